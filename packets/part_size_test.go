package packets

import (
	"errors"
	"math"
	"math/bits"
	"testing"
)

// Looking for a division ends, however a file is over its limit, after few tries;
// the last one has no room.
func TestNarrowing(t *testing.T) {
	for _, limit := range []int64{1, 2, 1000, 10 << 20, 4 << 30, math.MaxInt64} {
		for name, over := range map[string]func(room int64) int64{
			"by one byte always":      func(int64) int64 { return 1 },
			"by as much as was taken": func(room int64) int64 { return limit - room + 1 },
			"by very much":            func(int64) int64 { return math.MaxInt64 },
			"until nothing is left":   func(room int64) int64 { return room },
		} {
			tries, last := 0, limit
			err := narrowing(limit, func(room int64) (int64, error) {
				if tries++; tries > 1 && room >= last {
					t.Fatalf("%s: %d bytes, then %d", name, last, room)
				}
				last = room
				return over(room), nil
			})
			if most := bits.Len64(uint64(limit)) + 2; tries > most || last != 0 {
				t.Errorf("%d bytes, over %s: %d tries, at most %d; the last with %d", limit, name, tries, most, last)
			}
			if (err == nil) != (over(0) <= 0) {
				t.Errorf("%d bytes, over %s: %v", limit, name, err)
			}
		}
	}
	wrong := errors.New("wrong")
	if err := narrowing(10, func(int64) (int64, error) { return 5, wrong }); err != wrong {
		t.Errorf("error %v", err)
	}
	var rooms []int64
	if err := narrowing(100, func(room int64) (int64, error) { rooms = append(rooms, room); return room - 90, nil }); err != nil || len(rooms) != 2 {
		t.Errorf("rooms %v, %v: over by ten bytes is mended by ten bytes", rooms, err)
	}
}

// With no room at all a packet is divided into as many files as can be, none of
// which is over the limit unless one document is: there is always an end.
func TestPartsWithoutRoom(t *testing.T) {
	for _, path := range packetCases(t) {
		for _, k := range styled(t, path, "da", Style{Copy: ForApplicant}) {
			units := k.units()
			files, over, err := k.parts(units, 64<<20, 0)
			if err != nil || len(files) != len(units) || over > 0 {
				t.Errorf("%s: %d files of %d units, over by %d, %v", k.Name, len(files), len(units), over, err)
			}
		}
	}
}
