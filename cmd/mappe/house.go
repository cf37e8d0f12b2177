package main

import (
	"github.com/spf13/cobra"

	"mappe/packets"
)

// house is who makes packets and who takes them: the firm that signs the letters,
// and the mission where the packet is handed in.
type house struct{ mission missionFile }

func (h *house) flags(c *cobra.Command) {
	h.mission.flag(c)
}

// read reads what the flags name.
func (h *house) read(o *options, s *packets.Style) error {
	return h.mission.read(o)
}
