package checklist

import (
	"slices"
	"strings"

	"mappe/forms"
	"mappe/profile"
)

// formItem begins the id of every item that is an official form.
const formItem = "form-"

// formNotes tell those who want to do without the form that it is the
// application. Its explanation stands in its place all the same; of a form that
// follows later the days are told elsewhere.
func (p *Person) formNotes() {
	var told notes
	for _, it := range p.Items {
		if it.Extra || !strings.HasPrefix(it.ID, formItem) {
			continue
		}
		without := func(d profile.Document) bool {
			return d.Status != nil && (*d.Status == profile.CannotObtain || *d.Status == profile.DoesNotApply)
		}
		if i := slices.IndexFunc(it.Given, without); i >= 0 && !it.Have {
			told.note(forms.Blocking, "form-dispensed", it.Cite, "Item", forms.Message("doc."+it.ID), "Status", forms.Message("status."+string(*it.Given[i].Status)))
		}
	}
	p.tell(told)
}
