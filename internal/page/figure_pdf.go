package page

// chart draws the picture, and beneath it the table.
func (s *setter) chart(c chart) error {
	if c.bare() {
		return nil
	}
	return c.table().set(s)
}
