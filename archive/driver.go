package archive

import (
	"context"
	"database/sql/driver"
	"fmt"

	"modernc.org/sqlite"

	"presseschau/corpus"
)

// connector opens connections that know the function german besides those of
// SQLite. Nothing in the file uses it, so other programs read an archive too.
type connector struct {
	driver *sqlite.Driver
	name   string // of the data source
}

func newConnector(name string) (*connector, error) {
	c := &connector{driver: &sqlite.Driver{}, name: name}
	if err := c.driver.RegisterDeterministicScalarFunction("german", 1, german); err != nil {
		return nil, fmt.Errorf("register a function with SQLite: %w", err)
	}
	return c, nil
}

// Connect opens a connection.
func (c *connector) Connect(context.Context) (driver.Conn, error) { return c.driver.Open(c.name) }

// Driver is that of the connections.
func (c *connector) Driver() driver.Driver { return c.driver }

// german is corpus.Date.German in SQL. NULL stays NULL.
func german(_ *sqlite.FunctionContext, args []driver.Value) (driver.Value, error) {
	date, ok := args[0].(string)
	if !ok {
		return args[0], nil
	}
	return string(corpus.Date(date).German()), nil
}
