package packets

import (
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"mappe/checklist"
	"mappe/profile"
)

// The example packets hold between them every letter, every status of a document
// that is not there, and every part of a translation.
func TestExamplesShowEveryLetter(t *testing.T) {
	seen := map[string]bool{}
	for _, name := range []string{"mf4-family", "bf1-secondment", "bf23-paper", "od2d-gaps"} {
		path := filepath.Join("..", "examples", name, "case.yaml")
		l, _ := example(t, path, "en")
		for _, k := range planned(t, path, "en", ForApplicant) {
			for _, x := range k.list() {
				switch l := x.piece.line; {
				case x.kind == PageLetter && x.piece.role != "":
					seen["translator-declaration"] = true
				case x.kind == PageLetter && x.piece.front:
					seen[strings.TrimSuffix(x.piece.anchor, "-"+k.binder.people[0].ID())] = true
				case x.kind == PageLetter && l.id != "":
					seen[l.id] = true
				case x.kind == PageLetter:
					seen[l.asked.ID] = true
				}
				if x.piece.role != "" {
					seen[x.piece.role] = true
				}
			}
		}
		for _, p := range l.People {
			for _, d := range p.Facts.Applicant.Documents {
				if d.Explained() {
					seen[string(*d.Status)] = true
				}
			}
		}
	}
	want := append(checklist.LetterIDs(), RoleOriginal, RoleTranslation, RoleDeclaration,
		string(profile.CannotObtain), string(profile.FollowsLater), string(profile.DoesNotApply))
	slices.Sort(want)
	if got := slices.Sorted(maps.Keys(seen)); !slices.Equal(got, want) {
		t.Errorf("the examples show %q, want %q", got, want)
	}
}
