#!/bin/sh
# Takes away what install.sh put there. Cases, settings and caches are left alone.
set -eu
home_data=${XDG_DATA_HOME:-"$HOME/.local/share"}
program=$HOME/.local/lib/cognate

refresh() {
    if command -v update-desktop-database > /dev/null; then
        update-desktop-database -q "$home_data/applications" || :
    fi
    if command -v update-mime-database > /dev/null; then
        update-mime-database "$home_data/mime" 2> /dev/null || :
    fi
    if command -v gtk-update-icon-cache > /dev/null && [ -e "$home_data/icons/hicolor/index.theme" ]; then
        gtk-update-icon-cache -q "$home_data/icons/hicolor" || :
    fi
}

if [ "${1:-}" = --refresh ]; then
    refresh
    exit 0
fi
if [ ! -e "$program/installed" ]; then
    echo "Cognate is not installed in $program." >&2
    exit 1
fi
while read -r file; do
    rm -f "$file"
done < "$program/installed"
if [ "$(readlink "$HOME/.local/bin/cognate")" = "$program/cognate" ]; then
    rm "$HOME/.local/bin/cognate"
fi
rm -rf "$program"
refresh
echo "Cognate is gone. Your cases and settings are where they were."
