package main

import "fmt"

// annexes are the papers of an applicant who has many.
const annexes = 40

// annex is the n-th paper of a thick pile.
func annex(n int) *sheet {
	s := letter("Prøvekontoret A/S", "Skabelonvej 3 · 2000 Frederiksberg")
	s.text(22, 64, 15, bold, fmt.Sprintf("Bilag %d", n))
	s.para(22, 80, 11, 82, "One paper of a pile that has many, each in a file of its own.")
	return s.marked()
}
