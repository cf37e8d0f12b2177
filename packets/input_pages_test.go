package packets

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestSelectPages(t *testing.T) {
	for _, tt := range []struct {
		expr string
		want []int
		err  string
	}{
		{"", []int{1, 2, 3, 4, 5, 6, 7}, ""},
		{"2-5,7", []int{2, 3, 4, 5, 7}, ""},
		{"6-", []int{6, 7}, ""},
		{"-2", []int{1, 2}, ""},
		{" 3 , 1 - 2 ", []int{3, 1, 2}, ""},
		{"4,4", []int{4, 4}, ""},
		{"8", nil, `pages "8": the file has pages 1 to 7; correct "8"`},
		{"1,5-9", nil, `pages "1,5-9": the file has pages 1 to 7; correct "5-9"`},
		{"8-", nil, `pages "8-": the file has pages 1 to 7; correct "8-"`},
		{"0", nil, `pages "0": the file has pages 1 to 7; correct "0"`},
		{"5-2", nil, `pages "5-2": "5-2" runs backwards; write "2-5"`},
		{"1,,2", nil, `pages "1,,2": "" is not a page or a range; write for example "2-5,7"`},
		{"two", nil, `pages "two": "two" is not a page or a range; write for example "2-5,7"`},
		{"1-2-3", nil, `pages "1-2-3": "1-2-3" is not a page or a range; write for example "2-5,7"`},
		{"-", nil, `pages "-": "-" names no page; write for example "2-5,7"`},
		{"99999999999", nil, `pages "99999999999": "99999999999" is not a page or a range; write for example "2-5,7"`},
	} {
		got, err := selectPages(tt.expr, 7)
		message := ""
		if err != nil {
			message = err.Error()
		}
		if diff := cmp.Diff(tt.want, got); diff != "" || message != tt.err {
			t.Errorf("%q: error %q, want %q (-want +got):\n%s", tt.expr, message, tt.err, diff)
		}
	}
	if _, err := selectPages("2", 1); err == nil || err.Error() != `pages "2": the file has one page; correct "2"` {
		t.Errorf("a file of one page: %v", err)
	}
}
