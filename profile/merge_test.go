package profile

import (
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"

	"mappe/internal/civil"
)

const family = `mappe: 1
goal: extend
language: uk
sponsor: {name: {given: Ana, family: Lind}, status: permanent, ground: work, occupation: employed}
danish_family_member: {income: [{from: 2021-01-01, to: 2021-12-31}]}
applicants:
- id: maria
- id: ivan
  goal: keep
  filing: paper
  sponsor: {name: {given: Bo}, occupation: phd, occupation_ends: 2028-01-31}
  danish_family_member: {income: []}
  stay_abroad: {}
`

func decode(t *testing.T, src string) *Profile {
	t.Helper()
	p, err := Decode("case.yaml", []byte(src))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestMerged(t *testing.T) {
	p := decode(t, family)
	want := []*Applicant{
		{ID: "maria", Shared: Shared{
			Goal: ptr(Extend), Language: ptr("uk"),
			Sponsor: &Sponsor{Name: &Name{Given: "Ana", Family: "Lind"}, Status: ptr(StatusPermanent),
				Ground: ptr(GroundWork), Occupation: ptr(Employed)},
			DanishFamilyMember: &DanishFamilyMember{Income: []Period{{civil.Of(2021, 1, 1), civil.Of(2021, 12, 31)}}},
		}},
		{ID: "ivan", Shared: Shared{
			Goal: ptr(Keep), Filing: ptr(Paper), Language: ptr("uk"),
			Sponsor: &Sponsor{Name: &Name{Given: "Bo"}, Status: ptr(StatusPermanent),
				Ground: ptr(GroundWork), Occupation: ptr(PhD), OccupationEnds: ptr(civil.Of(2028, 1, 31))},
			DanishFamilyMember: &DanishFamilyMember{Income: []Period{}},
			StayAbroad:         &StayAbroad{},
		}},
	}
	for i, w := range want {
		if diff := cmp.Diff(w, p.Merged(i)); diff != "" {
			t.Errorf("%s: (-want +got)\n%s", w.ID, diff)
		}
	}
}

// Merging changes nothing in the profile, and no shared key is forgotten: with
// an applicant who gives nothing, all of them come through.
func TestMergedWhole(t *testing.T) {
	for seed := range uint64(50) {
		p := random(rand.New(rand.NewPCG(seed, 2)))
		before := decodeEncoded(t, p)
		for i := range p.Applicants {
			p.Merged(i)
			own := p.Applicants[i].Shared
			p.Applicants[i].Shared = Shared{}
			if diff := cmp.Diff(p.Shared, p.Merged(i).Shared); diff != "" {
				t.Fatalf("seed %d, applicant %d: (-shared +merged)\n%s", seed, i, diff)
			}
			p.Applicants[i].Shared = own
		}
		if diff := cmp.Diff(before, p); diff != "" {
			t.Fatalf("seed %d: (-before +after)\n%s", seed, diff)
		}
	}
}

func decodeEncoded(t *testing.T, p *Profile) *Profile {
	t.Helper()
	src, err := Encode(p)
	if err != nil {
		t.Fatal(err)
	}
	return decode(t, string(src))
}

func TestSharedKey(t *testing.T) {
	p := decode(t, family)
	for _, c := range []struct {
		key  Key
		want bool
		why  string
	}{
		{"language", true, "nobody has an own one"},
		{"representative.kind", true, "nobody has one at all"},
		{"stay_abroad.reason", true, "an empty block says nothing"},
		{"goal", false, "ivan has his own"},
		{"filing", false, "ivan has his own, though the top has none"},
		{"sponsor.status", false, "ivan has another fact of the block"},
		{"danish_family_member.income", false, "an empty list is a value"},
		{"permit.expires", false, "not a shared block"},
		{"born", false, "an applicant's own"},
		{"no.such", false, "not a fact"},
	} {
		if got := p.SharedKey(c.key); got != c.want {
			t.Errorf("%s: %v, want %v: %s", c.key, got, c.want, c.why)
		}
	}
}
