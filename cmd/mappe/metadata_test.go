package main

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"
)

// canary stands wherever a file can say who made it, when, where and with what.
const canary = "KANARIEFUGL"

// tellTales are files of every kind that are read, with the canary wherever
// they can have one, each a page.
func tellTales(t *testing.T) map[string][]byte {
	t.Helper()
	img := image.NewPaletted(image.Rect(0, 0, 40, 60), color.Palette{color.White, color.Black})
	var j, p, g bytes.Buffer
	if err := jpeg.Encode(&j, img, nil); err != nil {
		t.Fatal(err)
	}
	if err := png.Encode(&p, img); err != nil {
		t.Fatal(err)
	}
	if err := gif.Encode(&g, img, nil); err != nil {
		t.Fatal(err)
	}
	talking := talkingJPEG(j.Bytes())
	files := map[string][]byte{
		"photo.jpg":   append(slices.Clone(talking), canary...), // as behind the picture of a moving one
		"twice.jpg":   append(slices.Clone(talking), talking...),
		"shot.png":    append(talkingPNG(p.Bytes()), canary...),
		"drawing.gif": talkingGIF(g.Bytes()),
		"scan.tif":    talkingTIFF(),
		"web.webp":    talkingWebP(),
		"plain.pdf":   talkingPDF(talking),
	}
	path := filepath.Join(t.TempDir(), "plain.pdf")
	if err := os.WriteFile(path, files["plain.pdf"], 0o600); err != nil {
		t.Fatal(err)
	}
	for name, args := range map[string][]string{
		"packed.pdf": {"--object-streams=generate"}, "aes.pdf": {"--encrypt", "", "owner", "256", "--"}, "old.pdf": {"--allow-weak-crypto", "--encrypt", "", "owner", "40", "--"},
	} {
		tool(t, "qpdf", append(args, path, path+name)...)
		data, err := os.ReadFile(path + name)
		if err != nil {
			t.Fatal(err)
		}
		files[name] = data
	}
	for name, data := range files {
		if !bytes.Contains(data, []byte(canary)) && !strings.HasPrefix(name, "aes") && !strings.HasPrefix(name, "old") {
			t.Fatalf("%s says nothing", name)
		}
	}
	return files
}

// talkingEXIF is a description, an author, a place and a time.
func talkingEXIF() string {
	tiff := "MM\x00*\x00\x00\x00\x08\x00\x02" +
		"\x01\x0e\x00\x02\x00\x00\x00\x0b\x00\x00\x00\x26" + // what it shows
		"\x01\x3b\x00\x02\x00\x00\x00\x0b\x00\x00\x00\x26" + // who made it
		"\x00\x00\x00\x00" + canary
	return "Exif\x00\x00" + tiff
}

func talkingXMP() string {
	return `<x:xmpmeta xmlns:x="adobe:ns:meta/"><dc:creator>` + canary + `</dc:creator></x:xmpmeta>`
}

func talkingJPEG(data []byte) []byte {
	out := slices.Clone(data[:2])
	for _, s := range []struct {
		marker byte
		body   string
	}{
		{0xe0, "JFIF\x00\x01\x02\x00\x00\x01\x00\x01\x01\x03" + canary}, // a thumbnail
		{0xe1, talkingEXIF()},
		{0xe1, "http://ns.adobe.com/xap/1.0/\x00" + talkingXMP()},
		{0xe2, "MPF\x00" + canary},
		{0xed, "Photoshop 3.0\x008BIM\x04\x04" + canary},
		{0xef, canary},
		{0xfe, canary},
	} {
		out = append(out, 0xff, s.marker)
		out = binary.BigEndian.AppendUint16(out, uint16(2+len(s.body)))
		out = append(out, s.body...)
	}
	return append(out, data[2:]...)
}

func talkingPNG(data []byte) []byte {
	chunk := func(name, body string) (b []byte) {
		b = binary.BigEndian.AppendUint32(b, uint32(len(body)))
		b = append(b, name+body...)
		return binary.BigEndian.AppendUint32(b, crc32.ChecksumIEEE([]byte(name+body)))
	}
	const head = 8 + 25
	out := slices.Clone(data[:head])
	out = append(out, chunk("tEXt", "Author\x00"+canary)...)
	out = append(out, chunk("iTXt", "XML:com.adobe.xmp\x00\x00\x00\x00\x00"+talkingXMP())...)
	out = append(out, chunk("eXIf", talkingEXIF()[6:])...)
	out = append(out, chunk("prVt", canary)...)
	return append(out, data[head:]...)
}

func talkingGIF(data []byte) []byte {
	const head = 6 + 7 + 6 // and two colours
	comment := "\x21\xfe" + string(rune(len(canary))) + canary + "\x00"
	app := "\x21\xff\x0bXMP DataXMP" + string(rune(len(canary))) + canary + "\x00"
	return slices.Concat(data[:head], []byte(comment+app), data[head:len(data)-1], []byte(comment+";"+canary))
}

func talkingTIFF() []byte {
	order := binary.LittleEndian
	b := append([]byte("II*\x00\x00\x00\x00\x00"), bytes.Repeat([]byte{99}, 8*12)...)
	text := len(b)
	b = append(b, canary+"\x00"...)
	order.PutUint32(b[4:], uint32(len(b)))
	tags := [][4]uint32{{256, 4, 1, 8}, {257, 4, 1, 12}, {258, 3, 1, 8}, {259, 3, 1, 1}, {262, 3, 1, 1}, {269, 2, 12, uint32(text)}, {270, 2, 12, uint32(text)},
		{273, 4, 1, 8}, {277, 3, 1, 1}, {278, 4, 1, 12}, {279, 4, 1, 8 * 12}, {305, 2, 12, uint32(text)}, {306, 2, 12, uint32(text)}, {315, 2, 12, uint32(text)},
		{316, 2, 12, uint32(text)}, {700, 1, 12, uint32(text)}, {33432, 2, 12, uint32(text)}, {34377, 1, 12, uint32(text)}}
	b = order.AppendUint16(b, uint16(len(tags)))
	for _, tag := range tags {
		b = order.AppendUint16(order.AppendUint16(b, uint16(tag[0])), uint16(tag[1]))
		b = order.AppendUint32(order.AppendUint32(b, tag[2]), tag[3])
	}
	return append(b, 0, 0, 0, 0)
}

func talkingWebP() []byte {
	chunk := func(name, body string) string {
		return name + string(binary.LittleEndian.AppendUint32(nil, uint32(len(body)))) + body + strings.Repeat("\x00", len(body)%2)
	}
	body := "WEBP" + chunk("VP8X", "\x1c\x00\x00\x00\x00\x00\x00\x00\x00\x00") +
		chunk("VP8L", "\x2f\x00\x00\x00\x10\x07\x10\x11\x11\x88\x88\xfe\x07") + chunk("EXIF", talkingEXIF()[6:]) + chunk("XMP ", talkingXMP())
	return []byte(chunk("RIFF", body))
}

// talkingPDF has the canary in every place of a PDF in which a program or a
// person leaves a name, and in the picture that it shows.
func talkingPDF(picture []byte) []byte {
	stream := func(dict, data string) string {
		return fmt.Sprintf("<< %s /Length %d >>\nstream\n%s\nendstream", dict, len(data), data)
	}
	xmp := stream("/Type /Metadata /Subtype /XML", talkingXMP())
	objects := []string{
		"<< /Type /Catalog /Pages 2 0 R /Metadata 6 0 R /Lang (" + canary + ") /PageLabels << /Nums [0 << /P (" + canary + ") >>] >> /Outlines 9 0 R" +
			" /OCProperties << /OCGs [10 0 R] /D << /Name (" + canary + ") /Creator (" + canary + ") /ON [10 0 R] >> >>" +
			" /AcroForm << /Fields [12 0 R] /DA (/" + canary + " 0 Tf) >> /Names << /Dests << /Names [(" + canary + ") [3 0 R /Fit]] >> >>" +
			" /StructTreeRoot << /Type /StructTreeRoot /K << /S /P /P 1 0 R /Alt (" + canary + ") /T (" + canary + ") >> >>" +
			" /PieceInfo << /" + canary + " << /LastModified (D:20260101) /Private (" + canary + ") >> >> /SpiderInfo << /V 1.0 /X (" + canary + ") >> >>",
		"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
		"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Metadata 6 0 R /Thumb 7 0 R /ID (" + canary + ") /LastModified (" + canary + ")" +
			" /PieceInfo << /" + canary + " << /Private (" + canary + ") >> >> /Annots [11 0 R 12 0 R]" +
			" /Resources << /XObject << /I 5 0 R /" + "J 8 0 R >> /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Name /" + canary + " >> >> /Properties << /L 10 0 R >> >> >>",
		stream("", "/OC /L BDC q 300 0 0 400 100 300 cm /I Do Q EMC q 90 0 0 90 100 100 cm /J Do Q BT /F 12 Tf 60 60 Td (words) Tj ET"),
		stream("/Type /XObject /Subtype /Image /Width 40 /Height 60 /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode /Name /"+canary+" /Metadata 6 0 R /ID ("+canary+")", string(picture)),
		xmp,
		stream("/Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Comment ("+canary+")", "x"),
		stream("/Type /XObject /Subtype /Image /Width 40 /Height 60 /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter [/DCTDecode] /DecodeParms [null]", string(picture)+"\n"+canary),
		"<< /Type /Outlines /First 13 0 R /Last 13 0 R /Count 1 >>",
		"<< /Type /OCG /Name (" + canary + ") /Usage << /CreatorInfo << /Creator (" + canary + ") /Subtype /Artwork >> /User << /Type /Ind /Name (" + canary + ") >> >> >>",
		"<< /Type /Annot /Subtype /Square /Rect [10 10 50 50] /T (" + canary + ") /Contents (" + canary + ") /NM (" + canary + ") /M (" + canary + ") /Subj (" + canary + ") /RC (" + canary + ") /AP << /N 14 0 R >> >>",
		"<< /Type /Annot /Subtype /Widget /FT /Tx /T (" + canary + ") /TU (" + canary + ") /TM (" + canary + ") /V (seen) /Rect [60 10 90 50] /AP << /N 14 0 R >> >>",
		"<< /Title (Part) /Parent 9 0 R /Dest [3 0 R /Fit] /SE << /S /P /T (" + canary + ") >> >>",
		stream("/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Metadata 6 0 R /LastModified ("+canary+") /PieceInfo << /"+canary+" << /Private ("+canary+") >> >> /OPI << /1.3 << /F ("+canary+") >> >>", "1 0 0 rg 0 0 9 9 re f"),
	}
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n% " + canary + "\n")
	at := make([]int, len(objects))
	for i, o := range objects {
		at[i] = b.Len()
		fmt.Fprintf(&b, "%d 0 obj %% %s\n%s\nendobj\n", i+1, canary, o)
	}
	xref := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, n := range at {
		fmt.Fprintf(&b, "%010d 00000 n \n", n)
	}
	var wide string
	for _, u := range utf16.Encode([]rune(canary)) {
		wide += fmt.Sprintf("%04X", u)
	}
	fmt.Fprintf(&b, "trailer << /Size %d /Root 1 0 R /ID [(%s) (%s)] /Info << /Author (%s) /Title <FEFF%s> /Keywords (%s) /Creator (%s) /Company (%s) >> >>\nstartxref\n%d\n%%%%EOF\n%% %s\n",
		len(objects)+1, canary, canary, canary, wide, canary, canary, canary, xref, canary)
	return b.Bytes()
}

// Nothing of what files say about those who made them is in a packet, however
// deep one looks.
func TestMetadataStaysBehind(t *testing.T) {
	needTools(t)
	for name, data := range tellTales(t) {
		dir := t.TempDir()
		profile := strings.Replace(oneCase, "FILE", name, 1)
		if err := os.WriteFile(filepath.Join(dir, "case.yaml"), []byte(profile), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o600); err != nil {
			t.Fatal(err)
		}
		for _, who := range []string{"applicant", "authority"} {
			packet := filepath.Join(dir, who+".pdf")
			said := mappe(t, "packet", filepath.Join(dir, "case.yaml"), "--copy", who, "-o", packet)
			tool(t, "qpdf", "--check", packet)
			if pages := tool(t, "mappe", "packet", filepath.Join(dir, "case.yaml"), "--on", "2026-11-22", "--dry-run"); !strings.Contains(pages, "["+name+" 1") {
				t.Fatalf("%s is not in the packet:\n%s", name, pages)
			}
			plain := filepath.Join(dir, "plain.pdf")
			tool(t, "qpdf", "--qdf", "--object-streams=disable", packet, plain)
			tool(t, "qpdf", "--json=2", packet, plain+".json")
			for _, path := range []string{packet, plain, plain + ".json"} {
				if left := carried(t, path); left != "" {
					t.Errorf("%s, %s's copy: %s has %s", name, who, filepath.Base(path), left)
				}
			}
			if strings.Contains(said, canary) {
				t.Errorf("%s: said %q", name, said)
			}
		}
	}
}

// carried is the first canary of a file with what stands round it, "" for none.
func carried(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	wide := make([]byte, 0, 2*len(canary))
	for _, c := range []byte(canary) {
		wide = append(wide, 0, c)
	}
	for _, form := range [][]byte{[]byte(canary), wide, []byte(strings.ToLower(canary))} {
		if i := bytes.Index(data, form); i >= 0 {
			return fmt.Sprintf("%q", data[max(0, i-60):min(len(data), i+30)])
		}
	}
	return ""
}

// oneCase is a case with one file.
const oneCase = `mappe: 1
case: One
goal: keep
stay_abroad: {reason: secondment, country: SG, conflict_area: false, left_on: 2027-02-01, returns_on: 2028-07-31, home_kept: true, in_cpr: true}
applicants:
- id: a
  born: 1988-11-21
  mitid: true
  permit: {kind: possible-permanent, basis: family-reunification, legal_since: 2019-03-04, from_siri: false}
  documents:
  - {item: passport-all-pages, files: [FILE]}
  - {item: reason-posting, status: cannot-obtain, reason: The office burned down}
  - {item: employment-whole-period, status: follows-later, reason: Being signed}
`
