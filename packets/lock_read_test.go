package packets

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// lockJSON is a lock as it is written.
func lockJSON(t testing.TB, l *Lock) []byte {
	t.Helper()
	data, err := l.JSON()
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestReadLock(t *testing.T) {
	for _, c := range []Copy{ForApplicant, ForAuthority} {
		each(t, c, func(t *testing.T, k *Packet) {
			_, l := locked(t, k)
			data := lockJSON(t, l)
			if bytes.ContainsAny(data, "<>&") {
				t.Error("the lock has characters that XML would write otherwise")
			}
			got, err := ReadLock(append(data, '\n'))
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(l, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// smallLock has one of everything.
const smallLock = `{"lock":2,"program":"mappe (devel)","packet":"case-maria-mf4","title":"MF4 – Maria","copy":"applicant","lang":"en","on":"2026-11-22","form":"MF4","applicants":["maria"],"digest":"sha256:D64",` +
	`"rulebook":{"digest":"sha256:D64","checked":"2026-11-22"},"rules":[{"id":"S4-01","source":"004","read":"2026-11-22","text":"a"},{"id":"S4-02","source":"004","read":"2026-11-22","text":"b"}],` +
	`"files":[{"path":"scans/a.pdf","bytes":9,"pages":2,"sha256":"D64","left":[{"pages":"1","why":"not-selected"}]}],` +
	`"items":[{"title":"Contents"},{"number":"1.1","id":"passport-copy","applicant":"maria","title":"Copy of passport","need":"required","status":"enclosed","rule":"S4-01"}],` +
	`"pages":[{"label":"1","kind":"contents","item":0,"n":1,"of":1,"file":-1,"width":595.276,"height":841.89,"left":"a","right":"b","links":[2,0],"web":["https://example.org/"],"sum":"D32"},` +
	`{"label":"2","kind":"file","item":1,"n":1,"of":1,"file":0,"page":2,"turned":90,"width":595.276,"height":841.89,"left":"a","right":"b","sum":"D32"}],` +
	`"marks":[{"title":"Contents","sheet":1},{"depth":1,"title":"1.1","sheet":2}],"part":{"n":1,"of":2},"continues":{"packet":"old","digest":"sha256:D64","on":"2026-11-01","body":7,"n":1,"first":"old","begun":"2026-11-01","filed":[]}}`

// small is that lock with digests, and something else in the place of old.
func small(old, other string) []byte {
	s := strings.NewReplacer("D64", strings.Repeat("0a", 32), "D32", strings.Repeat("f0", 16)).Replace(smallLock)
	return []byte(strings.Replace(s, old, other, 1))
}

func TestReadLockIsStrict(t *testing.T) {
	if _, err := ReadLock(small("", "")); err != nil {
		t.Fatal(err)
	}
	for _, tc := range []struct{ old, other, want string }{
		{`{"lock":2,`, `{`, "lock: is none: it has no key lock"},
		{`"lock":2,`, `"lock":1,`, "lock: has version 1, this mappe reads version 2; use the mappe that made the packet"},
		{`"lock":2,`, `"lock":2`, `lock: byte 10: is no JSON: invalid character '"' after object key:value pair`},
		{`,"n":1,"first":"old","begun":"2026-11-01","filed":[]}}`, ``, "lock: byte 1474: is no JSON: unexpected end of JSON input"},
		{`"title":"MF4`, `"colour":1,"title":"MF4`, `lock: unknown key "colour"`},
		{`"sheet":2}`, `"sheet":2,"open":true}`, `lock: unknown key "open"`},
		{`"sheet":2}`, `"sheet":"2"}`, "lock: marks.sheet: a string does not belong here"},
		{`"sheet":2}`, `"sheet":2}{`, "lock: byte "},
		{`"packet":"case-`, `"packet":"../case-`, `lock: packet: "../case-maria-mf4" is no name of a packet`},
		{`"copy":"applicant"`, `"copy":"mine"`, `lock: copy: "mine" is neither applicant nor authority`},
		{`"on":"2026-11-22"`, `"on":""`, "lock: on: is missing"},
		{`"on":"2026-11-22"`, `"on":"2026-11-31"`, "lock: "},
		{`["maria"]`, `["maria","maria"]`, `lock: applicants[1]: "maria"`},
		{`["maria"]`, `[]`, "lock: applicants: are missing"},
		{`"digest":"sha256:0a`, `"digest":"sha256:0A`, "lock: digest: "},
		{`"rulebook":{"digest":"sha256:`, `"rulebook":{"digest":"sha1:`, "lock: rulebook.digest: "},
		{`"id":"S4-02"`, `"id":"S4-01"`, `lock: rules[1].id: "S4-01" does not follow on the one before`},
		{`"files":[`, `"files":null,"x":[`, `lock: unknown key "x"`},
		{`"path":"scans/a.pdf"`, `"path":"../a.pdf"`, `lock: files[0].path: "../a.pdf" is no path below the profile's folder`},
		{`"pages":"1","why"`, `"pages":"3","why"`, `lock: files[0].left[0].pages: "3" are no pages of scans/a.pdf`},
		{`"pages":"1","why"`, `"pages":"1-1","why"`, `lock: files[0].left[0].pages: "1-1" are no pages of scans/a.pdf`},
		{`"pages":"1","why"`, `"pages":"1, 2","why"`, `lock: files[0].left[0].pages: "1, 2" are no pages of scans/a.pdf`},
		{`"pages":"1","why"`, `"pages":"2-1","why"`, `lock: files[0].left[0].pages: "2-1" are no pages of scans/a.pdf`},
		{`"pages":"1","why"`, `"pages":"","why"`, `lock: files[0].left[0].pages: "" are no pages of scans/a.pdf`},
		{`"pages":2,"sha256"`, `"pages":3000000000,"sha256"`, "lock: files[0].pages: 3000000000 is no number of pages"},
		{`"why":"not-selected"`, `"why":"lost"`, `lock: files[0].left[0].why: "lost" is none of `},
		{`"bytes":9`, `"bytes":-9`, "lock: files[0].bytes: -9 is no size"},
		{`"pages":2,"sha256"`, `"pages":0,"sha256"`, "lock: files[0].pages: 0 is no number of pages"},
		{`"sha256":"0a`, `"sha256":"0`, "lock: files[0].sha256: "},
		{`"rule":"S4-01"`, `"rule":"S4-09"`, `lock: items[1].rule: "S4-09" is not among the rules`},
		{`"applicant":"maria"`, `"applicant":"ivan"`, `lock: items[1].applicant: "ivan" is not among the applicants`},
		{`"status":"enclosed"`, `"status":"lost"`, `lock: items[1].status: "lost" is none of enclosed, `},
		{`"need":"required"`, `"need":"wanted"`, `lock: items[1].need: "wanted" is none of required, `},
		{`"label":"2"`, `"label":"1"`, `lock: pages[1].label: "1" is no label, or stands there twice`},
		{`"kind":"contents"`, `"kind":"cover"`, `lock: pages[0].kind: "cover" is none of front, `},
		{`"item":1,`, `"item":2,`, "lock: pages[1].item: 2 is not among the items"},
		{`"item":0,`, `"item":-2,`, "lock: pages[0].item: -2 is not among the items"},
		{`"n":1,"of":1,"file":0`, `"n":2,"of":1,"file":0`, "lock: pages[1].n: is 2 of 1"},
		{`"file":0,"page"`, `"file":1,"page"`, "lock: pages[1].file: 1 is not among the files"},
		{`"file":0,"page"`, `"file":-1,"page"`, "lock: pages[1].file: is -1 on a page of kind file"},
		{`"page":2`, `"page":3`, "lock: pages[1].page: scans/a.pdf has no page 3"},
		{`"turned":90`, `"turned":45`, "lock: pages[1].turned: 45 is no quarter of a turn"},
		{`"width":595.276`, `"width":0`, "lock: pages[0].width: 0 points"},
		{`"height":841.89`, `"height":1e9`, "lock: pages[0].height: 1e+09 points"},
		{`"links":[2,0]`, `"links":[3,0]`, "lock: pages[0].links[0]: there is no page 3"},
		{`"links":[2,0]`, `"links":[2]`, "lock: pages[0].web: 1 addresses for 0 links"},
		{`"sum":"f0`, `"sum":"f`, "lock: pages[0].sum: "},
		{`"sheet":2`, `"sheet":3`, "lock: marks[1].sheet: there is no page 3"},
		{`"depth":1`, `"depth":2`, "lock: marks[1].depth: 2 follows on 0"},
		{`"n":1,"of":2}`, `"n":3,"of":2}`, "lock: part: is 3 of 2"},
		{`"body":7`, `"body":0`, "lock: continues: body: 0 is not a page"},
		// What the decoder bears and mappe does not write.
		{`"lang":"en"`, `"Lang":"en"`, "lock: byte 107: is not as mappe writes it"},
		{`"lang":"en"`, `"lang":"da","lang":"en"`, "lock: byte 114: is not as mappe writes it"},
		{`"bytes":9`, `"bytes": 9`, "lock: byte "},
		{`"turned":90`, `"turned":90,"role":"copy"`, `lock: pages[1].role: "copy" is none of original, translation, declaration`},
		{`"turned":90`, `"turned":90,"role":""`, "lock: byte "},
		{`"kind":"contents",`, `"kind":"contents","role":"original",`, "lock: "},
		{`"turned":90`, `"turned":90,"turned":90`, "lock: byte "},
		{`"page":2`, `"page":2,"beside":""`, `lock: unknown key "beside"`},
		{`"sha256":"0a`, `"signed":false,"sha256":"0a`, "lock: byte "},
	} {
		data := small(tc.old, tc.other)
		if bytes.Equal(data, small("", "")) {
			t.Fatalf("%s is not there", tc.old)
		}
		_, err := ReadLock(data)
		if err == nil || !strings.HasPrefix(err.Error(), tc.want) {
			t.Errorf("%s for %s:\n%v, want\n%s", tc.other, tc.old, err, tc.want)
		}
	}
	if _, err := ReadLock(bytes.Repeat([]byte(" "), MaxLock+1)); err == nil {
		t.Error("a lock of more than MaxLock is read")
	}
}

// Whatever is read is written as it was, and nothing panics.
func FuzzReadLock(f *testing.F) {
	f.Add(small("", ""))
	f.Add(small(`"item":1`, `"item":7`))
	f.Add([]byte(`{"lock":2}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		l, err := ReadLock(data)
		if err != nil {
			if l != nil || !strings.HasPrefix(err.Error(), "lock: ") {
				t.Errorf("%v", err)
			}
			return
		}
		if again := lockJSON(t, l); !bytes.Equal(again, bytes.TrimSpace(data)) {
			t.Errorf("read\n%s\nwritten\n%s", data, again)
		}
	})
}

// A lock of a few bytes may speak of very many pages, and the pages that a large
// file leaves out are read as they were written.
func TestLockOfManyPages(t *testing.T) {
	for left, want := range map[string]string{
		"1, 3-2000000000": "[]",
		"1, 4-1999999999": "[3 2000000000]",
		"1-2000000000":    "[2]",
		"1, 3-5, 7-10":    "[6 11-2000000000]",
	} {
		data := bytes.Replace(small(`"pages":2,"sha256"`, `"pages":2000000000,"sha256"`), []byte(`"pages":"1","why"`), []byte(`"pages":"`+left+`","why"`), 1)
		l, err := ReadLock(data)
		if err != nil {
			t.Fatal(err)
		}
		if got := fmt.Sprint(l.untold()["scans/a.pdf"]); got != want {
			t.Errorf("%s: untold %s, want %s", left, got, want)
		}
	}
}
