"""Rewrites fixtures into what today's programs no longer write: other byte order, no encoding record. Run by generate.sh."""

import struct
import sys


class Sav:
    """A .sav file as a list of fields, each a format of `struct` and its value, in the order of the file."""

    def __init__(self, path):
        self.data = open(path, "rb").read()
        self.at = 0
        self.fields = []

    def take(self, code):
        size = struct.calcsize("<" + code)
        value = struct.unpack("<" + code, self.data[self.at : self.at + size])[0]
        self.fields.append((code, value))
        self.at += size
        return value

    def parse(self):
        self.take("64s"), self.take("i"), self.take("i")
        compressed = self.take("i")
        self.take("i"), self.take("i"), self.take("d"), self.take("84s")
        self.texts = []
        while (kind := self.take("i")) != 999:
            {2: self.variable, 3: self.labels, 7: self.extension}[kind]()
        self.take("i")
        (self.codes if compressed else self.plain)()
        return self

    def variable(self):
        width, labelled, missing = self.take("i"), self.take("i"), self.take("i")
        self.take("i"), self.take("i"), self.take("8s")
        self.texts.append(width != 0)
        if labelled:
            length = self.take("i")
            self.take(f"{(length + 3) // 4 * 4}s")
        for _ in range(abs(missing)):
            self.take("8s" if width else "d")

    def labels(self):
        start = len(self.fields)
        for _ in range(self.take("i")):
            self.take("8s")
            length = self.take("B")
            self.take(f"{(length + 8) // 8 * 8 - 1}s")
        self.take("i")
        slots = [self.take("i") for _ in range(self.take("i"))]
        if not self.texts[slots[0] - 1]:
            for i in range(start, len(self.fields)):
                code, value = self.fields[i]
                if code == "8s":
                    self.fields[i] = ("d", struct.unpack("<d", value)[0])

    def extension(self):
        subtype, size, count = self.take("i"), self.take("i"), self.take("i")
        code = {4: "i", 8: "d"}.get(size)
        if subtype in (21, 22):
            self.long_texts(subtype, self.at + size * count)
        elif subtype == 16:
            self.take("q"), self.take("q")
        elif code:
            for _ in range(count):
                self.take(code)
        else:
            self.take(f"{size * count}s")

    def long_texts(self, subtype, end):
        def sized():
            self.take(f"{self.take('i')}s")

        while self.at < end:
            sized()
            if subtype == 21:
                self.take("i")
                for _ in range(self.take("i")):
                    sized(), sized()
            else:
                for _ in range(self.take("B")):
                    sized()

    def plain(self):
        while self.at < len(self.data):
            for text in self.texts:
                self.take("8s" if text else "d")

    def codes(self):
        slot = 0
        while self.at < len(self.data):
            for code in [self.take("B") for _ in range(8)]:
                if code == 253:
                    self.take("8s" if self.texts[slot] else "d")
                if code not in (0, 252):
                    slot = (slot + 1) % len(self.texts)

    def write(self, path, order):
        with open(path, "wb") as out:
            for code, value in self.fields:
                out.write(struct.pack(order + code, value))


def without_encoding(path, target, code_page):
    """Leaves out the record that names the encoding, and says another code page."""
    data = open(path, "rb").read()
    start = data.index(struct.pack("<iii", 7, 20, 1))
    length = struct.unpack("<i", data[start + 12 : start + 16])[0]
    data = data[:start] + data[start + 16 + length :]
    machine = data.index(struct.pack("<iiii", 7, 3, 4, 8)) + 16
    data = data[: machine + 28] + struct.pack("<i", code_page) + data[machine + 32 :]
    open(target, "wb").write(data)


Sav("haven-none.sav").parse().write("big-endian-none.sav", ">")
Sav("haven-byte.sav").parse().write("big-endian-byte.sav", ">")
without_encoding("pspp-gb18030.sav", "gb18030-code-page.sav", 936)
without_encoding("pspp-gb18030.sav", "gb18030-silent.sav", 2)
