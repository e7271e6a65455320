"""Makes the files of this folder: pip install pillow==13.0.0 pillow-heif==1.8.1 pikepdf==10.17.0; python make.py"""

import io
import struct
import zlib
from pathlib import Path

import pikepdf
import pillow_heif
from PIL import Image, ImageDraw

HERE = Path(__file__).parent
pillow_heif.register_heif_opener()


def pdf(pages):
    doc = pikepdf.new()
    for number in range(1, pages + 1):
        doc.add_blank_page(page_size=(612, 792))
        page = doc.pages[-1]
        page.Resources = pikepdf.Dictionary(
            Font=pikepdf.Dictionary(F1=pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica))
        )
        page.Contents = doc.make_stream(b"BT /F1 18 Tf 72 700 Td (Sheet %d of %d) Tj ET" % (number, pages))
    return doc


def save(doc, name, **options):
    doc.save(HERE / name, deterministic_id="encryption" not in options, **options)


def classic(name, objects, trailer=b""):
    """A PDF written by hand, object 1 its catalog; for what no library would write."""
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root 1 0 R %s>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, trailer, start)
    (HERE / name).write_bytes(out)


save(pdf(1), "plain.pdf", object_stream_mode=pikepdf.ObjectStreamMode.disable)
save(pdf(7), "seven-pages.pdf", object_stream_mode=pikepdf.ObjectStreamMode.generate)
save(pdf(2), "encrypted.pdf", encryption=pikepdf.Encryption(user="open-me", owner="owner", R=6))
save(pdf(2), "owner-password.pdf", encryption=pikepdf.Encryption(user="", owner="owner", R=6, allow=pikepdf.Permissions(modify_other=False)),
     object_stream_mode=pikepdf.ObjectStreamMode.generate)

portfolio = pdf(1)
portfolio.attachments["inside.pdf"] = (HERE / "plain.pdf").read_bytes()
portfolio.Root.Collection = pikepdf.Dictionary(Type=pikepdf.Name.Collection, View=pikepdf.Name.D)
save(portfolio, "portfolio.pdf")

buffer = io.BytesIO()
pdf(7).save(buffer, object_stream_mode=pikepdf.ObjectStreamMode.disable, deterministic_id=True)
whole = buffer.getvalue()
(HERE / "truncated.pdf").write_bytes(whole[: len(whole) // 2])
broken = whole.replace(b"startxref\n", b"startxref\n9", 1)
(HERE / "broken-table.pdf").write_bytes(broken)
(HERE / "html-in-front.pdf").write_bytes(b"<html><script>alert(1)</script></html>\n" + (HERE / "plain.pdf").read_bytes())

PAGE = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] >>"
CATALOG = b"<< /Type /Catalog /Pages 2 0 R >>"
classic("no-pages.pdf", [CATALOG, b"<< /Type /Pages /Kids [] /Count 3 >>"])
classic("cyclic-pages.pdf", [CATALOG, b"<< /Type /Pages /Kids [3 0 R 2 0 R] /Count 2 >>", PAGE])
classic("many-pages.pdf", [CATALOG, b"<< /Type /Pages /Kids [" + b"3 0 R " * 9000 + b"4 0 R] /Count 1 >>", PAGE,
                           b"<< /Type /Pages /Kids [" + b"3 0 R " * 1001 + b"] >>"])
classic("certificate.pdf", [CATALOG, b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", PAGE,
                            b"<< /Filter /Adobe.PubSec /SubFilter /adbe.pkcs7.s5 /V 4 /Length 128 /Recipients [<3000>] >>"],
        b"/Encrypt 4 0 R /ID [<00><00>] ")


def bomb(name):
    """A cross-reference stream of 48 MB in about 48 kB."""
    head = b"%PDF-1.7\n1 0 obj\n" + CATALOG + b"\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n3 0 obj\n" + PAGE + b"\nendobj\n"
    data = zlib.compress(bytes(48 << 20), 9)
    body = b"4 0 obj\n<< /Type /XRef /Size 5 /W [1 2 1] /Index [0 12000000] /Root 1 0 R /Filter /FlateDecode /Length %d >>\nstream\n" % len(data)
    (HERE / name).write_bytes(head + body + data + b"\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % len(head))


bomb("inflating.pdf")

picture = Image.new("RGB", (320, 240), "#d8e4ec")
draw = ImageDraw.Draw(picture)
draw.polygon([(40, 120), (160, 40), (280, 120)], fill="#a33b2a")
draw.rectangle([60, 120, 260, 210], fill="#f2e3c6", outline="#333333")
draw.rectangle([140, 150, 180, 210], fill="#5b4632")

exif = Image.Exif()
exif[0x010F] = "Sample Camera"
exif[0x0112] = 6
picture.save(HERE / "photo.jpg", quality=85, exif=exif)
picture.save(HERE / "progressive.jpg", quality=85, progressive=True)
jpeg = (HERE / "photo.jpg").read_bytes()
(HERE / "truncated.jpg").write_bytes(jpeg[: len(jpeg) * 2 // 3])
picture.save(HERE / "picture.png")
png = bytearray((HERE / "picture.png").read_bytes())
png[len(png) // 2] ^= 0x10
(HERE / "broken-crc.png").write_bytes(png)


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


(HERE / "huge-dimensions.png").write_bytes(
    b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 60000, 60000, 1, 0, 0, 0, 0)) + chunk(b"IDAT", zlib.compress(bytes(1000))) + chunk(b"IEND", b""))
picture.save(HERE / "photo.heic", quality=60)
heic = (HERE / "photo.heic").read_bytes()
(HERE / "truncated.heic").write_bytes(heic[:-100])
picture.save(HERE / "photo.avif", quality=50)
picture.save(HERE / "little-endian.tif", compression="tiff_adobe_deflate")
grey = picture.convert("L").resize((80, 60))
pixels = grey.tobytes()
entries = [(256, 3, 80 << 16), (257, 3, 60 << 16), (258, 3, 8 << 16), (259, 3, 1 << 16), (262, 3, 1 << 16),
           (273, 4, 8), (277, 3, 1 << 16), (278, 3, 60 << 16), (279, 4, len(pixels))]
ifd = struct.pack(">H", len(entries)) + b"".join(struct.pack(">HHII", tag, kind, 1, value) for tag, kind, value in entries) + struct.pack(">I", 0)
(HERE / "big-endian.tif").write_bytes(b"MM\0*" + struct.pack(">I", 8 + len(pixels)) + pixels + ifd)
tiff = (HERE / "little-endian.tif").read_bytes()
(HERE / "truncated.tif").write_bytes(tiff[: len(tiff) * 2 // 3])

(HERE / "executable.pdf").write_bytes(b"MZ\x90\0\3\0\0\0\4\0\0\0\xff\xff\0\0" + bytes(44) + b"\x40\0\0\0PE\0\0\x64\x86" + bytes(200))
(HERE / "program.pdf").write_bytes(b"\x7fELF\2\1\1" + bytes(9) + b"\2\0\x3e\0\1\0\0\0" + bytes(100))
(HERE / "drawing.png").write_bytes(b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>\n')
(HERE / "page.png").write_bytes(b"<!doctype html><title>x</title><script>alert(1)</script>\n")
(HERE / "empty.pdf").write_bytes(b"")
