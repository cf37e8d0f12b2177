package checklist

import "mappe/internal/civil"

// Mission is what a Danish mission, or the application centre that serves it,
// wants beyond the checklist, as somebody has read it on a day.
type Mission struct {
	ID      string        `yaml:"id"`
	Name    string        `yaml:"name"`
	Address []string      `yaml:"address"` // line by line
	Channel string        `yaml:"channel"` // where to hand in: mission, application-centre
	Copies  int           `yaml:"copies"`  // sets of documents beside the originals
	Photos  int           `yaml:"photos"`
	Colour  bool          `yaml:"colour"` // copies in colour
	Forms   []string      `yaml:"forms"`  // that it speaks of; none means all that are handed in there
	Source  MissionSource `yaml:"source"`
}

// MissionSource is where what a mission wants was read.
type MissionSource struct {
	URL     string     `yaml:"url"`
	Quote   string     `yaml:"quote"`
	Checked civil.Date `yaml:"checked"` // the day it was read
}
