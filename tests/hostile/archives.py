"""Archives that are made to do harm, or broken ones."""

from __future__ import annotations

import io
import random
import struct
import warnings
import zipfile
import zlib
from collections.abc import Callable

WORDS = b"The mayor said on Monday that the old bridge will be closed until spring. Nobody was hurt.\n"
ZEROS = 120 * 1024 * 1024


def packed(
    parts: dict[str, bytes] | list[tuple[str, bytes]], method: int = zipfile.ZIP_DEFLATED, level: int = 6
) -> bytes:
    """Return a ZIP archive of these parts."""
    file = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(file, "w", method, compresslevel=level) as archive:
        warnings.simplefilter("ignore")  # a name that occurs twice is what some tests want
        for name, data in parts.items() if isinstance(parts, dict) else parts:
            archive.writestr(name, data)
    return file.getvalue()


def repeated(piece: bytes, times: int) -> bytes:
    """Return a zlib stream of a piece many times over, which takes no longer to make than for once."""
    press = zlib.compressobj(9, zlib.DEFLATED, -15)
    once = press.compress(piece) + press.flush(zlib.Z_FULL_FLUSH)
    total = 1
    for _ in range(times):
        total = zlib.adler32(piece, total)
    return b"\x78\xda" + once * times + b"\x03\x00" + total.to_bytes(4, "big")


def flat_bomb() -> bytes:
    return packed({"a.txt": bytes(ZEROS)}, level=1)


def many_bombs() -> bytes:
    return packed({f"{n}.txt": b"word " * 1_000_000 for n in range(60)}, level=1)


def nested_bomb() -> bytes:
    data = packed({f"{n}.txt": b"word " * 200_000 for n in range(10)})
    for level in range(6):
        data = packed({f"{level}-{n}.zip": data for n in range(10)})
    return data


def overlapping() -> bytes:
    """Return many entries that share one stream."""
    one = packed({"a.txt": WORDS * 1000})
    with zipfile.ZipFile(io.BytesIO(one)) as archive:
        start = archive.start_dir
    entry = one[start : one.rindex(b"PK\x05\x06")]
    directory = entry * 500
    end = struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, 500, 500, len(directory), start, 0)
    return one[:start] + directory + end


def encrypted() -> bytes:
    data = bytearray(packed({"a.txt": WORDS}))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + offset] |= 1
    return bytes(data)


def wrong_sum() -> bytes:
    data = bytearray(packed({"a.txt": WORDS * 3}, zipfile.ZIP_STORED))
    data[data.index(b"bridge")] ^= 1
    return bytes(data)


def lying_size(size: int) -> bytes:
    """Return an archive whose directory says that its part comes to ``size`` bytes."""
    data = bytearray(packed({"a.txt": WORDS * 1000}))
    for mark, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = data.index(mark) + offset
        data[at : at + 4] = struct.pack("<I", size)
    return bytes(data)


def lying_zip64() -> bytes:
    file = io.BytesIO()
    with (
        zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("a.txt", "w", force_zip64=True) as part,
    ):
        part.write(WORDS)
    data = bytearray(file.getvalue())
    at = data.index(b"PK\x01\x02")
    data[at + 20 : at + 28] = b"\xff" * 8
    return bytes(data)


def traversing() -> bytes:
    names = [
        "../../../../etc/passwd.txt",
        "/etc/shadow.txt",
        "C:\\Windows\\x.txt",
        "..\\..\\y.txt",
        "a\x00b.txt",
        "a\nb.txt",
    ]
    names += [
        "\u202etxt.exe.txt",
        "x" * 5000 + ".txt",
        "con.txt",
        "....//....//z.txt",
        "\x1b[2J.txt",
        "-rf.txt",
        ".txt",
    ]
    return packed([(name, WORDS) for name in names])


def doubled() -> bytes:
    return packed([("a.txt", WORDS), ("a.txt", WORDS * 2), ("A.TXT", WORDS * 3), ("./a.txt", WORDS * 4)])


def crowded() -> bytes:
    return packed([(f"{n}.txt", b"x") for n in range(25_000)], zipfile.ZIP_STORED)


def itself() -> bytes:
    """Return an archive whose one part says to be the archive: as deep as anybody would go."""
    data = packed({"a.txt": WORDS})
    for _ in range(200):
        data = packed({"a.zip": data}, zipfile.ZIP_STORED)
    return data


def shortened(data: bytes) -> bytes:
    return data[: len(data) * 2 // 3]


def flipped(data: bytes, seed: int = 7, times: int = 40) -> bytes:
    """Return the data with some bits turned over."""
    chance, changed = random.Random(seed), bytearray(data)  # noqa: S311 - to be the same each time
    for _ in range(times):
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def _some() -> bytes:
    return packed({f"{n}.txt": WORDS * n for n in range(1, 8)})


KINDS: dict[str, Callable[[], bytes]] = {
    "flat-bomb.zip": flat_bomb,
    "many-bombs.zip": many_bombs,
    "nested-bomb.zip": nested_bomb,
    "overlapping.zip": overlapping,
    "encrypted.zip": encrypted,
    "wrong-sum.zip": wrong_sum,
    "too-small.zip": lambda: lying_size(10),
    "too-large.zip": lambda: lying_size(0xFFFFFFF0),
    "zip64-lie.zip": lying_zip64,
    "names.zip": traversing,
    "doubled.zip": doubled,
    "crowded.zip": crowded,
    "itself.zip": itself,
    "cut.zip": lambda: shortened(_some()),
    "flipped.zip": lambda: flipped(_some()),
    "empty.zip": lambda: packed({}),
    "only-end.zip": lambda: b"PK\x05\x06" + b"\xff" * 18,
    "lzma.zip": lambda: packed({"a.txt": WORDS}, zipfile.ZIP_LZMA),
    "polyglot.zip": lambda: b"%PDF-1.4\n" + WORDS + _some(),
}
