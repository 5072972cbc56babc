package main

import (
	"errors"
	"fmt"
)

// The layout of a CFSA2 automaton: a header, then arcs. An arc is a byte of
// flags and label index, the label if its index is 0, and the target's offset
// as a variable-length integer if the target does not follow directly.
const (
	cfsaMagic   = "\\fsa"
	cfsaVersion = 0xc6
	cfsaNumbers = 0x100 // header flag: nodes start with a number

	arcTargetNext = 1 << 7
	arcLast       = 1 << 6
	arcFinal      = 1 << 5
	arcLabelMask  = 1<<5 - 1
)

// automaton is a CFSA2 automaton, the format of morfologik dictionaries.
type automaton struct {
	labels  []byte
	arcs    []byte
	numbers bool
}

func parseAutomaton(data []byte) (*automaton, error) {
	if len(data) < 8 || string(data[:4]) != cfsaMagic || data[4] != cfsaVersion {
		return nil, errors.New("not a CFSA2 automaton")
	}
	flags, labels := int(data[5])<<8|int(data[6]), int(data[7])
	if len(data) < 8+labels {
		return nil, errors.New("CFSA2 automaton: label table cut off")
	}
	return &automaton{data[8 : 8+labels], data[8+labels:], flags&cfsaNumbers != 0}, nil
}

// each calls visit with every sequence that the automaton accepts.
func (a *automaton) each(visit func([]byte) error) error {
	root := a.target(a.first(0))
	return a.walk(root, nil, visit)
}

func (a *automaton) walk(node int, prefix []byte, visit func([]byte) error) error {
	for arc := a.first(node); ; arc = a.skipArc(arc) {
		label, rest := a.label(arc)
		if rest >= len(a.arcs) && a.arcs[arc]&arcTargetNext == 0 {
			return fmt.Errorf("CFSA2 automaton: arc %d is cut off", arc)
		}
		path := append(prefix, label)
		if a.arcs[arc]&arcFinal != 0 {
			if err := visit(path); err != nil {
				return err
			}
		}
		if target := a.target(arc); target != 0 {
			if err := a.walk(target, path, visit); err != nil {
				return err
			}
		}
		if a.arcs[arc]&arcLast != 0 {
			return nil
		}
	}
}

func (a *automaton) first(node int) int {
	if a.numbers {
		return a.skipInt(node)
	}
	return node
}

// label gives an arc's label and the offset behind it.
func (a *automaton) label(arc int) (byte, int) {
	if i := a.arcs[arc] & arcLabelMask; i > 0 {
		return a.labels[i], arc + 1
	}
	return a.arcs[arc+1], arc + 2
}

func (a *automaton) skipArc(arc int) int {
	_, rest := a.label(arc)
	if a.arcs[arc]&arcTargetNext == 0 {
		rest = a.skipInt(rest)
	}
	return rest
}

func (a *automaton) target(arc int) int {
	if a.arcs[arc]&arcTargetNext != 0 {
		for a.arcs[arc]&arcLast == 0 {
			arc = a.skipArc(arc)
		}
		return a.skipArc(arc)
	}
	_, at := a.label(arc)
	target := 0
	for shift := 0; ; shift += 7 {
		target |= int(a.arcs[at]&0x7f) << shift
		if a.arcs[at] < 0x80 {
			return target
		}
		at++
	}
}

func (a *automaton) skipInt(at int) int {
	for a.arcs[at] >= 0x80 {
		at++
	}
	return at + 1
}
