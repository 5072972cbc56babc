package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

const (
	module = "presseschau"
	bleve  = "github.com/blevesearch/"
)

// law is what a package may import directly: of ours by name, of others by
// the prefix of the path. It is the table of ARCHITECTURE.md. A room's
// internal packages follow the room's law.
type law struct {
	ours   []string
	others []string
}

func laws() map[string]law {
	return map[string]law{
		"corpus":      {nil, []string{"golang.org/x/text", "golang.org/x/net/html", "codeberg.org/readeck/go-readability/v2", "github.com/andybalholm/cascadia", "github.com/klauspost/compress", "github.com/andybalholm/brotli", "github.com/go-json-experiment/json"}},
		"actors":      {nil, nil},
		"analyzers":   {nil, []string{"golang.org/x/text", bleve + "bleve/v2/analysis", bleve + "bleve/v2/registry"}},
		"search":      {[]string{"corpus"}, nil},
		"sameness":    {nil, nil},
		"archive":     {[]string{"corpus", "sameness"}, []string{"modernc.org/sqlite"}},
		"index":       {[]string{"search", "archive", "corpus", "analyzers"}, []string{bleve, "github.com/RoaringBitmap/roaring", "go.etcd.io/bbolt", "golang.org/x/sync"}},
		"web":         {[]string{"search", "corpus"}, []string{"github.com/gorilla/mux", "github.com/prometheus/client_golang", "golang.org/x/text/language"}},
		"examples":    {nil, nil},
		"bench":       {[]string{"search", "archive", "corpus", "index"}, []string{bleve + "bleve/v2", "modernc.org/sqlite"}},
		"cmd/searchd": {[]string{"corpus", "sameness", "actors", "analyzers", "search", "archive", "index", "web", "examples"}, []string{"github.com/schollz/progressbar", "github.com/fsnotify/fsnotify", "golang.org/x/sync", "golang.org/x/sys", "golang.org/x/term"}},
	}
}

// goList asks the go command about all packages of the module.
func goList(t *testing.T, format string) []string {
	t.Helper()
	out, err := exec.Command("go", "list", "-f", format, module+"/...").Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	return strings.Split(strings.TrimSpace(string(out)), "\n")
}

func TestImportLaw(t *testing.T) {
	laws := laws()
	for _, line := range goList(t, `{{.ImportPath}} {{join .Imports " "}}`) {
		words := strings.Fields(line)
		name := strings.TrimPrefix(words[0], module+"/")
		if strings.HasSuffix(name, "/generate") { // a program that makes embedded data
			continue
		}
		room := name
		if inner := strings.Index(name, "/internal"); inner >= 0 {
			room = name[:inner]
		}
		l, ok := laws[room]
		if !ok {
			t.Errorf("package %s is not in the table of the import law", name)
			continue
		}
		for _, path := range words[1:] {
			if !l.allows(path) && !strings.HasPrefix(path, module+"/"+room+"/internal") {
				t.Errorf("package %s must not import %s", name, path)
			}
		}
	}
}

func (l law) allows(path string) bool {
	if ours, ok := strings.CutPrefix(path, module+"/"); ok {
		return slices.Contains(l.ours, ours)
	}
	if first, _, _ := strings.Cut(path, "/"); !strings.Contains(first, ".") {
		return true // the standard library
	}
	return slices.ContainsFunc(l.others, func(prefix string) bool { return strings.HasPrefix(path, prefix) })
}

// TestBleveStaysInItsRooms looks through all dependencies, not only the direct
// ones.
func TestBleveStaysInItsRooms(t *testing.T) {
	without := []string{"corpus", "sameness", "actors", "search", "archive", "web"}
	for _, line := range goList(t, `{{.ImportPath}} {{join .Deps " "}}`) {
		words := strings.Fields(line)
		if !slices.Contains(without, strings.TrimPrefix(words[0], module+"/")) {
			continue
		}
		for _, dep := range words[1:] {
			if strings.HasPrefix(dep, bleve) {
				t.Errorf("package %s depends on %s", words[0], dep)
			}
		}
	}
}

// TestHTTPStaysInItsRooms looks at what packages import themselves: libraries
// such as go-readability bring net/http along for what is not used of them.
func TestHTTPStaysInItsRooms(t *testing.T) {
	for _, line := range goList(t, `{{.ImportPath}} {{join .Imports " "}}`) {
		words := strings.Fields(line)
		room, _, _ := strings.Cut(strings.TrimPrefix(words[0], module+"/"), "/")
		if slices.Contains([]string{"corpus", "actors", "search", "archive", "analyzers"}, room) && slices.Contains(words[1:], "net/http") {
			t.Errorf("package %s imports net/http", words[0])
		}
	}
}

// TestIndexHidesBleve looks for Bleve's types in what package index exports.
func TestIndexHidesBleve(t *testing.T) {
	files, err := filepath.Glob("../../index/*.go")
	if err != nil || len(files) == 0 {
		t.Fatalf("no files of package index: %v", err)
	}
	for _, path := range files {
		if strings.HasSuffix(path, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		hidden := bleveNames(file)
		for _, decl := range file.Decls {
			for _, leak := range leaks(decl, hidden) {
				t.Errorf("%s: exports Bleve's %s", path, leak)
			}
		}
	}
}

// bleveNames are the names under which a file knows packages of Bleve.
func bleveNames(file *ast.File) map[string]bool {
	names := map[string]bool{}
	for _, spec := range file.Imports {
		path := strings.Trim(spec.Path.Value, `"`)
		if !strings.HasPrefix(path, bleve) {
			continue
		}
		name := strings.TrimSuffix(path, "/v2")
		name = name[strings.LastIndexByte(name, '/')+1:]
		if spec.Name != nil {
			name = spec.Name.Name
		}
		names[name] = true
	}
	return names
}

// leaks lists the hidden packages' names that the exported face of a
// declaration mentions.
func leaks(decl ast.Decl, hidden map[string]bool) []string {
	var faces []ast.Node
	switch d := decl.(type) {
	case *ast.FuncDecl:
		if d.Name.IsExported() && exportedReceiver(d) {
			faces = append(faces, d.Type)
		}
	case *ast.GenDecl:
		for _, spec := range d.Specs {
			faces = append(faces, exportedFaces(spec)...)
		}
	}
	var found []string
	for _, face := range faces {
		ast.Inspect(face, func(n ast.Node) bool {
			if sel, ok := n.(*ast.SelectorExpr); ok {
				if x, ok := sel.X.(*ast.Ident); ok && hidden[x.Name] {
					found = append(found, x.Name+"."+sel.Sel.Name)
				}
			}
			return true
		})
	}
	return found
}

func exportedReceiver(d *ast.FuncDecl) bool {
	if d.Recv == nil {
		return true
	}
	receiver := d.Recv.List[0].Type
	if star, ok := receiver.(*ast.StarExpr); ok {
		receiver = star.X
	}
	name, ok := receiver.(*ast.Ident)
	return ok && name.IsExported()
}

// exportedFaces are the parts of a type's or value's declaration that other
// packages see.
func exportedFaces(spec ast.Spec) []ast.Node {
	switch s := spec.(type) {
	case *ast.ValueSpec:
		if s.Names[0].IsExported() && s.Type != nil {
			return []ast.Node{s.Type}
		}
	case *ast.TypeSpec:
		if !s.Name.IsExported() {
			return nil
		}
		fields, ok := s.Type.(*ast.StructType)
		if !ok {
			return []ast.Node{s.Type}
		}
		var faces []ast.Node
		for _, f := range fields.Fields.List {
			if len(f.Names) == 0 || f.Names[0].IsExported() {
				faces = append(faces, f.Type)
			}
		}
		return faces
	}
	return nil
}
