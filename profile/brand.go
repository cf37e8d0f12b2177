package profile

// Brand is how a firm signs what it writes: what stands at the head of its
// letters, and under which number it keeps the case.
type Brand struct {
	Name      string   `yaml:"name"`
	Address   []string `yaml:"address"` // line by line
	Phone     string   `yaml:"phone"`
	Email     string   `yaml:"email"`
	Web       string   `yaml:"web"`
	Reference string   `yaml:"reference"` // of the case, in the firm's files
	Colour    string   `yaml:"colour"`    // of headings, "#1B3A6B"; empty for mappe's own
	Logo      string   `yaml:"logo"`      // a picture, relative to the brand file
	Letters   string   `yaml:"letters"`   // a folder of the firm's own letters, relative to the brand file
}
