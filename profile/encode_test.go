package profile

import (
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestEncodeRoundTrip(t *testing.T) {
	for seed := range uint64(200) {
		p := random(rand.New(rand.NewPCG(seed, 1)))
		src, err := Encode(p)
		if err != nil {
			t.Fatalf("seed %d: %v\n%+v", seed, err, p)
		}
		got, err := Decode("p.yaml", src)
		if err != nil {
			t.Fatalf("seed %d: %v\n%s", seed, err, src)
		}
		if diff := cmp.Diff(p, got); diff != "" {
			t.Fatalf("seed %d: (-want +got)\n%s\n%s", seed, diff, src)
		}
	}
}
