package main

import (
	"os"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"

	"mappe/internal/pdf/specimen"
)

// form writes a PDF with a form for a script.
func form(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) == 0 {
		ts.Fatalf("usage: form FILE [KIND]")
	}
	x := specimen.Application()
	data := x.Bytes()
	switch kind := strings.Join(args[1:], " "); kind {
	case "":
	case "large":
		data = specimen.ManyFields(10_000)
	case "packed": // objects in streams
		x.Streams = true
		data = x.Bytes()
	case "signed":
		x.Fields[15].Dict = "/FT/Sig/V<</Type/Sig/Filter/Adobe.PPKLite/ByteRange[0 1 2 3]/Contents<00>>>"
		data = x.Bytes()
	case "xfa":
		data = specimen.Form{Pages: 1, Acro: "/XFA(x)", Catalog: "/NeedsRendering true"}.Bytes()
	case "hybrid":
		x.Acro = "/XFA(x)"
		data = x.Bytes()
	case "rights":
		x.Catalog = "/Perms<</UR3<</Type/Sig/Filter/Adobe.PPKLite/Contents<00>>>>>"
		data = x.Bytes()
	case "scan":
		data = specimen.Form{Pages: 2}.Bytes()
	default:
		ts.Fatalf("unknown form %q", kind)
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), data, 0o600))
}
