package archive

import (
	"context"
	"database/sql"
	_ "embed"
	"fmt"
)

//go:embed schema.sql
var schema string

//go:embed groups.sql
var groupSchema string

//go:embed report.sql
var reportSchema string

//go:embed surnames.sql
var surnameSchema string

//go:embed passing.sql
var passingSchema string

// applicationID marks an archive in the header of its file: "PrSc".
const applicationID = 0x50725363

// migrations lead from one version of the schema to the next. A released one
// never changes.
func migrations() []string {
	return []string{schema, groupSchema, surnameSchema, passingSchema, reportSchema}
}

// ungrouped is the version of the schema before versions of articles were
// looked for.
const ungrouped = 1

// migrate brings the schema up to date and gives the version that it had, 0 for
// a new file. It refuses files that are no archive and those of a newer program.
func migrate(ctx context.Context, db *sql.DB) (before int, err error) {
	steps := migrations()
	before, err = schemaVersion(ctx, db)
	if err != nil {
		return 0, err
	}
	for version := before; version < len(steps); version++ {
		if err := migrateTo(ctx, db, version+1, steps[version]); err != nil {
			return before, fmt.Errorf("bring the schema to version %d: %w", version+1, err)
		}
	}
	return before, nil
}

// schemaVersion is the version of the file's schema, 0 if it is empty.
func schemaVersion(ctx context.Context, db *sql.DB) (int, error) {
	var id, version, tables int
	err := db.QueryRowContext(ctx, `SELECT (SELECT application_id FROM pragma_application_id),
		(SELECT user_version FROM pragma_user_version), (SELECT count(*) FROM sqlite_schema)`).Scan(&id, &version, &tables)
	switch {
	case err != nil:
		return 0, err
	case tables == 0:
		return 0, nil
	case id != applicationID:
		return 0, fmt.Errorf("the file is a database, but not an archive")
	case version > len(migrations()):
		return 0, fmt.Errorf("the archive has schema version %d, this program knows up to %d: a newer searchd made it",
			version, len(migrations()))
	}
	return version, nil
}

func migrateTo(ctx context.Context, db *sql.DB, version int, step string) error {
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if _, err := tx.ExecContext(ctx, step); err != nil {
		return err
	}
	pragmas := fmt.Sprintf("PRAGMA application_id = %d; PRAGMA user_version = %d", applicationID, version)
	if _, err := tx.ExecContext(ctx, pragmas); err != nil {
		return err
	}
	return tx.Commit()
}
