package packets

import (
	"strings"
	"testing"
)

func TestNames(t *testing.T) {
	for in, want := range map[string]string{
		"Mariia Kovalenko": "Mariia-Kovalenko", "Søren Ærø Åse": "Soeren-Aeroe-Aase", "Łukasz Święcicki": "Lukasz-Swiecicki",
		"  Anne-Marie  O’Brien, jr. ": "Anne-Marie-OBrien-jr", "Nguyễn Thị Ánh": "Nguyen-Thi-Anh", "../../etc/passwd": "etc-passwd",
		"A\u030Ake": "Aake", "X Æ A-12": "X-Ae-A-12", "CON\x00\n": "CON", strings.Repeat("Maximiliana ", 20): strings.TrimRight(strings.Repeat("Maximiliana-", 5), "-"),
		"Марія": "", "Ma\u0440ia": "", "李明": "", "…": "", "": "",
	} {
		if got, ok := plain(in); got != want || ok != (want != "") {
			t.Errorf("%q: %q, %v, want %q", in, got, ok, want)
		}
	}
	for number, want := range map[string]string{"2.1": "02-01", "2.10": "02-10", "B12.3": "B12-03", "P27-1.2": "P27-01-02"} {
		if got := sortable(number); got != want {
			t.Errorf("%s: %s, want %s", number, got, want)
		}
	}
	for name, want := range map[string]bool{
		"02-01_passport-copy_Mariia-Kovalenko.pdf": true, "B02-01_passport-copy-missing_oleh.pdf": true, "P27-01-02_form-mf4_x.pdf": true,
		"00_index_maria.pdf": true, "00_only-for-you_maria.pdf": true,
		"02-01_holiday_Maria.pdf": false, "00_notes_maria.pdf": false, "passport.pdf": false, "02-01_passport-copy_.pdf": false, "02-01_passport-copy_Maria.txt": false, "_passport-copy_Maria.pdf": false,
	} {
		if got := IsSeparate(name); got != want {
			t.Errorf("%s: %v", name, got)
		}
	}
}
