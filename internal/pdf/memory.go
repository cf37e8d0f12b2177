package pdf

import "sync"

// Memory is a file in memory for a Writer. The zero value is empty.
type Memory struct {
	mu sync.Mutex
	b  []byte
}

// WriteAt writes as io.WriterAt says, also for several goroutines at a time.
func (m *Memory) WriteAt(p []byte, at int64) (int, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if more := int(at) + len(p) - len(m.b); more > 0 {
		m.b = append(m.b, make([]byte, more)...)
	}
	return copy(m.b[at:], p), nil
}

// Bytes are what was written. They stay the Memory's own.
func (m *Memory) Bytes() []byte {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.b
}
