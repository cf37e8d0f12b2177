package typeset

import "sync"

// A memory keeps what is made again and again, for all goroutines. It has two
// generations: when the young one is full it becomes the old one, and what was
// old and nobody asked for is forgotten. It never holds more than two times
// room. Its values are not changed.
type memory[K comparable, V any] struct {
	room int // of a generation

	mu         sync.RWMutex
	young, old map[K]kept[V]
	used       int // of the room of the young
}

type kept[V any] struct {
	value  V
	weight int
}

func (m *memory[K, V]) get(k K) (v V, found bool) {
	m.mu.RLock()
	e, young := m.young[k]
	if !young {
		e, found = m.old[k]
	}
	m.mu.RUnlock()
	if found {
		m.put(k, e.value, e.weight)
	}
	return e.value, young || found
}

// put keeps v, which takes weight of the room.
func (m *memory[K, V]) put(k K, v V, weight int) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if _, known := m.young[k]; known {
		return
	}
	if m.young == nil || m.used+weight > m.room {
		m.young, m.old, m.used = map[K]kept[V]{}, m.young, 0
	}
	m.young[k] = kept[V]{v, weight}
	m.used += weight
}
