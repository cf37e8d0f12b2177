package translators

import (
	"strings"
	"testing"

	"mappe/locales"
)

// Every fault is said with its line, id and remedy, all at once.
func TestReadFaults(t *testing.T) {
	tr := into(t, "uk")
	ours := string(sheetOf(t, tr))
	judge := locales.NewJudge("uk")
	judge.Nearest = func(_ string, of []string) string { return of[len(of)-1] }
	was := func(id string) string { return tr.Messages[id].Forms["other"] }
	with := func(old, new string) string {
		if !strings.Contains(ours, old) {
			t.Fatalf("the sheet has no %q", old)
		}
		return strings.Replace(ours, old, new, 1)
	}
	row := func(id string) string {
		from := strings.Index(ours, `"`+id+`";`)
		return ours[from : from+strings.Index(ours[from:], "\r\n\"")+2]
	}
	for _, c := range []struct{ name, data, want string }{
		{"unknown id", with(`"ui.checklist"`, `"ui.chicklist"`), `x.csv:2: id "ui.chicklist" is no message of a sheet; did you mean "wrong.work"? else take the row out`},
		{"an id that stays English", with(`"ui.checklist"`, `"lint.clean"`), `x.csv:2: id "lint.clean" is no message of a sheet; `},
		{"twice", ours + row("ui.checklist"), `ui.checklist stands twice, first in line 2; leave one row`},
		{"a form too many", with(`"ui.checklist";""`, `"ui.checklist";"few"`), `x.csv:2: ui.checklist: form "few" is none of this message; leave the cell empty`},
		{"another form", with(`"unit.days";"few"`, `"unit.days";"two"`), `unit.days: form "two" is none of this message; the forms are few, many, one`},
		{"a form missing", with(tr.Messages["length.days"].Forms["few"], ""), `length.days (few) is missing; translate every form: few, many, one`},
		{"a row gone", with(row("ui.checklist"), ""), `x.csv:1: lacks the rows of ui.checklist; put them back, from a sheet exported again`},
		{"most rows gone", ours[:strings.Index(ours, `"ui.as-of"`)], `x.csv:1: lacks the rows of account.again, `},
		{"many", ours[:strings.Index(ours, `"ui.as-of"`)], ` more; put them back, from a sheet exported again`},
		{"a variable", with(was("ui.as-of"), strings.Replace(was("ui.as-of"), "{{.Date}}", "{{.Dato}}", 1)), `x.csv:3: ui.as-of has the variable "{{.Dato}}", which the message does not have: `},
		{"a space", with(`"`+was("ui.checklist")+`"`, `"Контрольний  список"`), `x.csv:2: ui.checklist has two spaces in a row: "Контрольний  список"; write one`},
		{"changed English", with(`"Checklist"`, `"List"`), `x.csv:2: ui.checklist: the English reads "List", and is now "Checklist"; translate that, and write it into the column English`},
		{"another language", with(`"translation uk"`, `"translation pl"`), `x.csv:1: is a sheet of language "pl", not of "uk"; give that tag, or that sheet`},
		{"no column", with(`"form"`, `"forms"`), `x.csv:1: has no column "form"; leave the first line of the sheet as it was exported`},
		{"a column twice", with(`"notes"`, `"id"`), `x.csv:1: has the column "id" twice; leave one`},
		{"empty", "", `x.csv:1: is empty; export the sheet again`},
		{"Windows-1252", "\"id\"\n\"\xe6\"", `x.csv:2: is not written in UTF-8 (byte 0xe6; Windows-1252?); save it as CSV UTF-8 in Excel, or as Text CSV with the character set "Unicode (UTF-8)" in LibreOffice`},
		{"read as Windows-1252", with("Pr. {{.Date}}. Reglerne bag svaret er senest", "Pr. {{.Date}}. Reglerne bag svaret Ã¦r senest"), `the sheet was opened with a wrong character set; export the sheet again, and open that with the character set UTF-8`},
		{"a workbook", "PK\x03\x04…", `x.csv:1: is a workbook, not a text; save it as CSV UTF-8`},
		{"half a character", "\xff\xfea", `x.csv:1: ends within a character of UTF-16; `},
		{"an open mark", "\"id\";\"form\n", `x.csv:1: a quotation mark is not closed or stands within a cell; `},
	} {
		_, err := Read("x.csv", []byte(c.data), tr, judge)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %.400v\nwant %s", c.name, err, c.want)
		}
	}
	two := strings.Replace(with(`"Checklist"`, `"List"`), was("ui.as-of"), "нічого", 1)
	if _, err := Read("x.csv", []byte(two), tr, judge); err == nil || strings.Count(err.Error(), "\n") != 2 {
		t.Errorf("not every fault at once: %v", err)
	}
}

// A message that is emptied is taken out, one that is translated anew is of
// today's English, and one that is not stays stale.
func TestResult(t *testing.T) {
	tr := into(t, "uk")
	id := "ui.checklist"
	was := tr.Messages[id].Forms["other"]
	tr.From[id], tr.From["ui.fee"] = "000000000000", "000000000000"
	ours := string(sheetOf(t, tr))
	if strings.Count(ours, "stale: the English has changed since") != 2 {
		t.Error("what is stale is not said")
	}
	read := func(text string) *Result {
		t.Helper()
		got, err := Read("x.csv", []byte(strings.Replace(ours, `"`+was+`"`, `"`+text+`"`, 1)), tr, locales.NewJudge("uk"))
		if err != nil {
			t.Fatal(err)
		}
		return got
	}
	whole, gone, anew := read(was), read(""), read("Перелік")
	if whole.Changed != 0 || whole.Outdated != 2 || whole.From[id] != "000000000000" {
		t.Errorf("as it was: %d changed, %d stale, of %s", whole.Changed, whole.Outdated, whole.From[id])
	}
	if _, has := gone.From[id]; has || gone.Changed != 1 || gone.Missing != whole.Missing+1 {
		t.Errorf("emptied: %d changed, %d missing", gone.Changed, gone.Missing)
	}
	if anew.Changed != 1 || anew.Outdated != 1 || anew.From[id] == "000000000000" || len(anew.From[id]) != 12 {
		t.Errorf("translated anew: %d changed, %d stale, of %s", anew.Changed, anew.Outdated, anew.From[id])
	}
}

// What decode takes is read again as it was from what is written of it.
func FuzzDecode(f *testing.F) {
	for _, s := range []string{"", "a;b\n", "a,b\r\n\"c\nd\",e", "a\tb\"", "\"a", "sep=;\nid\tform", "\xff\xfei\x00;\x00", "\xfe\xff\x00i", "PK\x03\x04", "\xe6", "=x;'=y"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		lines, err := decode(data)
		if err != nil {
			return
		}
		var w writer
		for _, l := range lines {
			w.row(append([]string{"id", ";;;;;;;;;;;;;;;;"}, l.cells...)...)
		}
		again, err := decode(w.b.Bytes())
		if err != nil || len(again) != len(lines) {
			t.Fatalf("%d lines of %d, %v", len(again), len(lines), err)
		}
		for i, l := range again {
			for j, c := range l.cells[2:] {
				if was := lines[i].cells[j]; bare(c) != was && bare(c) != bare(was) {
					t.Fatalf("%q is read %q", was, c)
				}
			}
		}
	})
}

// Whatever is read is refused by line, or sound.
func FuzzRead(f *testing.F) {
	for _, s := range []string{"", "id;form;English;translation uk\n", "id,form,English,translation uk\r\nui.and,,and,і\n", "\"id", "sep=;\nid\tform",
		"\xff\xfei\x00d\x00", "PK\x03\x04", "id;form;English;translation uk\n'=x;;;\nunit.days;one;a;b"} {
		f.Add([]byte(s))
	}
	tr := into(f, "uk")
	judge := locales.NewJudge("uk")
	f.Fuzz(func(t *testing.T, data []byte) {
		if _, err := Read("x.csv", data, tr, judge); err != nil {
			for line := range strings.Lines(err.Error()) {
				if !strings.HasPrefix(line, "x.csv:") {
					t.Errorf("no place: %q", line)
				}
			}
		}
	})
}
