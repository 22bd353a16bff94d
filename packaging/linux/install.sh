#!/bin/sh
# Puts Cognate into this person's own folders: program, launcher, file types. Needs no rights.
set -eu
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
home_data=${XDG_DATA_HOME:-"$HOME/.local/share"}
program=$HOME/.local/lib/cognate
bin=$HOME/.local/bin

mkdir -p "$HOME/.local/lib" "$bin" "$home_data"
if [ -e "$program" ] && [ ! -e "$program/uninstall.sh" ]; then
    echo "$program is there already and is not Cognate. Move it away first." >&2
    exit 1
fi
rm -rf "$program.new"
mkdir "$program.new"
cp -R "$here/cognate" "$here/lib" "$here/uninstall.sh" "$here/doc" "$program.new/"
rm -rf "$program"
mv "$program.new" "$program"
ln -sf "$program/cognate" "$bin/cognate"

# What is put into shared folders is written down, so that it can be taken away again.
: > "$program/installed"
(cd "$here/share" && find . -type f | sort) | while read -r file; do
    mkdir -p "$home_data/$(dirname "$file")"
    case $file in
        *.desktop) sed "s|^Exec=cognate|Exec=\"$program/cognate\"|; s|^TryExec=cognate|TryExec=$program/cognate|" \
            "$here/share/$file" > "$home_data/$file" ;;
        *) cp "$here/share/$file" "$home_data/$file" ;;
    esac
    echo "$home_data/$file" >> "$program/installed"
done
"$program/uninstall.sh" --refresh
echo "Cognate is installed: in the menu, and as $bin/cognate."
case ":$PATH:" in *":$bin:"*) ;; *) echo "To call it by name, add $bin to PATH." ;; esac
missing=$(find "$program" -name 'libqxcb.so' -exec ldd {} \; 2>/dev/null | sed -n 's/^[[:space:]]*\(.*\) => not found$/\1/p' | sort -u)
if [ -n "$missing" ]; then
    echo "The window also needs these libraries of the system:" $missing
fi
