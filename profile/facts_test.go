package profile

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// handle is a Fact without its type.
type handle struct {
	key   Key
	known func(*Applicant) bool
}

func of[T any](f Fact[T]) handle {
	return handle{f.Key, func(a *Applicant) bool { return f.Get(a) != nil }}
}

var handles = []handle{
	of(FactGoal), of(FactFiling), of(RepresentedBy),
	of(PermitKindHeld), of(PermitBasis), of(PermitFromSIRI), of(PermitExpires), of(CardExpires), of(LegalSince),
	of(SameGroundsSince), of(EUResidenceSince), of(FirstBefore18), of(ExemptedBeforeJuly2025), of(DispensationUntil),
	of(PermitLapsed), of(PassportExpires),
	of(SponsorStatus), of(SponsorGround), of(SponsorOccupation), of(OccupationEnds),
	of(StayReason), of(LeftOn), of(ReturnsOn), of(PostingEnds), of(HomeKept), of(InCPR), of(HomeKeptOnJuly2025),
	of(ConflictArea), of(PreventedFromReturning), of(IntendsToReturn), of(InEurope), of(ProtectedElsewhere), of(HomeWithRefugee),
	of(RelationToSponsor), of(Born), of(LivesTogether), of(MovedOut), of(AppliesWithAdult), of(OneParentInDenmark),
	of(JointCustody), of(ConsentWasLimited), of(MitID), of(VisaExempt), of(RefusesBiometrics), of(EUCitizen),
	of(Absences), of(Income), of(WorkDone), of(DaneIncome), of(DocumentLanguages),
}

// only is an applicant of whom nothing is known but the zero value of one fact.
func only(k Key) *Applicant {
	a := &Applicant{}
	v := reflect.ValueOf(a).Elem()
	for part := range strings.SplitSeq(string(k), ".") {
		for _, f := range fieldsOf(v.Type()) {
			if f.Key == part {
				v = v.FieldByIndex(f.Index)
				break
			}
		}
		if v.Kind() == reflect.Slice {
			v.Set(reflect.MakeSlice(v.Type(), 0, 0))
		} else {
			v.Set(reflect.New(v.Type().Elem()))
			v = v.Elem()
		}
	}
	return a
}

// A handle reads the fact that its key names, and no other.
func TestHandlesRead(t *testing.T) {
	var have []Key
	for _, h := range handles {
		have = append(have, h.key)
		if h.known(&Applicant{}) {
			t.Errorf("%s is known of nobody", h.key)
		}
		for _, q := range Questions() {
			if got := h.known(only(q.Key)); got != (q.Key == h.key) {
				t.Errorf("%s: known %v when only %s is", h.key, got, q.Key)
			}
		}
	}
	want := handleKeys(t)
	slices.Sort(want)
	slices.Sort(have)
	if diff := cmp.Diff(want, have); diff != "" {
		t.Errorf("handles tested here (-facts.go +here)\n%s", diff)
	}
}

func TestEUCitizen(t *testing.T) {
	for _, c := range []struct {
		name string
		a    Applicant
		want *bool
	}{
		{"not asked", Applicant{}, nil},
		{"Swiss", Applicant{Citizenship: []Country{"CH"}}, ptr(true)},
		{"second citizenship", Applicant{Citizenship: []Country{"UA", "NO"}}, ptr(true)},
		{"British", Applicant{Citizenship: []Country{"GB"}}, ptr(false)},
		{"no citizenship named", Applicant{Citizenship: []Country{}}, nil},
		{"given, against the citizenship", Applicant{Citizenship: []Country{"NO"}, EUCitizen: ptr(false)}, ptr(false)},
	} {
		if diff := cmp.Diff(c.want, EUCitizen.Get(&c.a)); diff != "" {
			t.Errorf("%s: (-want +got)\n%s", c.name, diff)
		}
	}
}

func TestDocumentLanguages(t *testing.T) {
	spoken := []Document{{Item: "a", Language: ptr("uk")}, {Item: "b"}}
	for _, c := range []struct {
		name string
		a    Applicant
		want *[]string
	}{
		{"not asked", Applicant{}, nil},
		{"documents without a language", Applicant{Documents: spoken[1:]}, nil},
		{"none", Applicant{DocumentLanguages: []string{}}, &[]string{}},
		{"of the documents", Applicant{Documents: spoken}, &[]string{"uk"}},
		{"of both", Applicant{DocumentLanguages: []string{"da"}, Documents: spoken}, &[]string{"da", "uk"}},
	} {
		if diff := cmp.Diff(c.want, DocumentLanguages.Get(&c.a)); diff != "" {
			t.Errorf("%s: (-want +got)\n%s", c.name, diff)
		}
	}
	// The list in the profile is not written to, even where it has room.
	a := Applicant{DocumentLanguages: make([]string, 1, 4), Documents: spoken}
	DocumentLanguages.Get(&a)
	if room := a.DocumentLanguages[:2]; room[1] != "" {
		t.Errorf("the profile's own list was written to: %q", room)
	}
}

func TestNameString(t *testing.T) {
	for _, c := range []struct {
		name *Name
		want string
	}{
		{nil, ""},
		{&Name{Whole: "Ana Lind"}, "Ana Lind"},
		{&Name{Given: "Марія", Family: "Коваленко", Latin: "Mariia Kovalenko"}, "Марія Коваленко"},
		{&Name{Family: "Коваленко"}, "Коваленко"},
		{&Name{Given: "小明", Family: "王", Latin: "Wang Xiaoming"}, "王小明"},
		{&Name{Given: "Xiaoming", Family: "王"}, "Xiaoming 王"},
		{&Name{Given: "Ana"}, "Ana"},
		{&Name{Latin: "Mariia Kovalenko"}, "Mariia Kovalenko"},
	} {
		if got := c.name.String(); got != c.want {
			t.Errorf("%+v: %q, want %q", c.name, got, c.want)
		}
	}
}
