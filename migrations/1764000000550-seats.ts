import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Seats1764000000550 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await this.clinics(db);
    await this.lots(db);
    await this.assignments(db);
  }

  private async clinics(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE clinics (
        id uuid NOT NULL CONSTRAINT pk_clinics PRIMARY KEY,
        name text NOT NULL CONSTRAINT ck_clinics_name CHECK (length(name) BETWEEN 1 AND 120),
        created_by uuid NOT NULL CONSTRAINT fk_clinics_created_by REFERENCES people (id),
        created_at timestamptz NOT NULL DEFAULT now()
      )`);
    await db.query(`
      CREATE TABLE clinic_managers (
        id uuid NOT NULL CONSTRAINT pk_clinic_managers PRIMARY KEY,
        clinic_id uuid NOT NULL CONSTRAINT fk_clinic_managers_clinic REFERENCES clinics (id),
        person_id uuid NOT NULL CONSTRAINT fk_clinic_managers_person REFERENCES people (id),
        added_by uuid NOT NULL CONSTRAINT fk_clinic_managers_added_by REFERENCES people (id),
        added_at timestamptz NOT NULL DEFAULT now(),
        ended_at timestamptz,
        ended_by uuid CONSTRAINT fk_clinic_managers_ended_by REFERENCES people (id),
        CONSTRAINT ck_clinic_managers_end CHECK ((ended_at IS NULL) = (ended_by IS NULL))
      )`);
    await db.query(`
      CREATE UNIQUE INDEX uq_clinic_managers_live ON clinic_managers (clinic_id, person_id) WHERE ended_at IS NULL`);
    await db.query('CREATE INDEX ix_clinic_managers_person ON clinic_managers (person_id) WHERE ended_at IS NULL');
    await db.query(`
      CREATE TABLE manager_invitations (
        id uuid NOT NULL CONSTRAINT pk_manager_invitations PRIMARY KEY,
        clinic_id uuid NOT NULL CONSTRAINT fk_manager_invitations_clinic REFERENCES clinics (id),
        email text NOT NULL CONSTRAINT ck_manager_invitations_email CHECK (length(email) BETWEEN 3 AND 254),
        token_hash bytea NOT NULL CONSTRAINT uq_manager_invitations_token UNIQUE,
        invited_by uuid NOT NULL CONSTRAINT fk_manager_invitations_invited_by REFERENCES people (id),
        invited_at timestamptz NOT NULL DEFAULT now(),
        accepted_at timestamptz,
        accepted_by uuid CONSTRAINT fk_manager_invitations_accepted_by REFERENCES people (id),
        ended_at timestamptz,
        ended_by uuid CONSTRAINT fk_manager_invitations_ended_by REFERENCES people (id),
        CONSTRAINT ck_manager_invitations_accepted CHECK ((accepted_at IS NULL) = (accepted_by IS NULL)),
        CONSTRAINT ck_manager_invitations_end CHECK (ended_at IS NULL OR accepted_at IS NULL)
      )`);
    await db.query(`
      CREATE UNIQUE INDEX uq_manager_invitations_open ON manager_invitations (clinic_id, lower(email))
      WHERE accepted_at IS NULL AND ended_at IS NULL`);
  }

  /** The seats of one order line are a lot. Never more rows than were bought: their number lies within the quantity. */
  private async lots(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE seat_lots (
        id uuid NOT NULL CONSTRAINT pk_seat_lots PRIMARY KEY,
        source_id uuid NOT NULL CONSTRAINT uq_seat_lots_source UNIQUE,
        order_id uuid,
        kind text NOT NULL CONSTRAINT ck_seat_lots_kind CHECK (kind IN ('gift', 'clinic')),
        owner_id uuid NOT NULL CONSTRAINT fk_seat_lots_owner REFERENCES people (id),
        clinic_id uuid CONSTRAINT fk_seat_lots_clinic REFERENCES clinics (id),
        product_id uuid NOT NULL CONSTRAINT fk_seat_lots_product REFERENCES products (id),
        title text NOT NULL,
        quantity int NOT NULL CONSTRAINT ck_seat_lots_quantity CHECK (quantity >= 1),
        expires_after_days int CONSTRAINT ck_seat_lots_expires CHECK (expires_after_days >= 1),
        suspended text[] NOT NULL DEFAULT '{}',
        opened_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT uq_seat_lots_quantity UNIQUE (id, quantity),
        CONSTRAINT ck_seat_lots_clinic CHECK ((kind = 'clinic') = (clinic_id IS NOT NULL)),
        CONSTRAINT ck_seat_lots_gift CHECK (kind = 'clinic' OR quantity = 1)
      )`);
    await db.query('CREATE INDEX ix_seat_lots_clinic ON seat_lots (clinic_id, product_id)');
    await db.query('CREATE INDEX ix_seat_lots_owner ON seat_lots (owner_id, id DESC)');
    await db.query(`
      CREATE TABLE seat_lot_courses (
        lot_id uuid NOT NULL CONSTRAINT fk_seat_lot_courses_lot REFERENCES seat_lots (id),
        course_id uuid NOT NULL CONSTRAINT fk_seat_lot_courses_course REFERENCES courses (id),
        position int NOT NULL,
        title text NOT NULL,
        edition_id uuid,
        CONSTRAINT pk_seat_lot_courses PRIMARY KEY (lot_id, course_id)
      )`);
    await db.query(`
      CREATE TABLE seats (
        id uuid NOT NULL CONSTRAINT pk_seats PRIMARY KEY,
        lot_id uuid NOT NULL,
        quantity int NOT NULL,
        number int NOT NULL,
        CONSTRAINT fk_seats_lot FOREIGN KEY (lot_id, quantity) REFERENCES seat_lots (id, quantity),
        CONSTRAINT ck_seats_number CHECK (number BETWEEN 1 AND quantity),
        CONSTRAINT uq_seats_number UNIQUE (lot_id, number)
      )`);
    await db.query(`
      CREATE TABLE seat_withdrawals (
        id uuid NOT NULL CONSTRAINT pk_seat_withdrawals PRIMARY KEY,
        lot_id uuid NOT NULL CONSTRAINT fk_seat_withdrawals_lot REFERENCES seat_lots (id),
        seat_id uuid CONSTRAINT fk_seat_withdrawals_seat REFERENCES seats (id),
        course_id uuid CONSTRAINT fk_seat_withdrawals_course REFERENCES courses (id),
        reason text NOT NULL,
        withdrawn_at timestamptz NOT NULL,
        reopened_at timestamptz,
        CONSTRAINT uq_seat_withdrawals UNIQUE NULLS NOT DISTINCT (lot_id, seat_id, course_id, reason)
      )`);
  }

  private async assignments(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE seat_assignments (
        id uuid NOT NULL CONSTRAINT pk_seat_assignments PRIMARY KEY,
        seat_id uuid NOT NULL CONSTRAINT fk_seat_assignments_seat REFERENCES seats (id),
        clinic_id uuid CONSTRAINT fk_seat_assignments_clinic REFERENCES clinics (id),
        product_id uuid NOT NULL CONSTRAINT fk_seat_assignments_product REFERENCES products (id),
        name text NOT NULL CONSTRAINT ck_seat_assignments_name CHECK (length(name) <= 120),
        email text NOT NULL CONSTRAINT ck_seat_assignments_email CHECK (length(email) BETWEEN 3 AND 254),
        message text NOT NULL DEFAULT '' CONSTRAINT ck_seat_assignments_message CHECK (length(message) <= 1000),
        assigned_by uuid NOT NULL CONSTRAINT fk_seat_assignments_assigned_by REFERENCES people (id),
        assigned_at timestamptz NOT NULL DEFAULT now(),
        reminded_at timestamptz,
        person_id uuid CONSTRAINT fk_seat_assignments_person REFERENCES people (id),
        accepted_at timestamptz,
        sharing_ended_at timestamptz,
        ended_at timestamptz,
        ended_by uuid CONSTRAINT fk_seat_assignments_ended_by REFERENCES people (id),
        ended_reason text,
        CONSTRAINT ck_seat_assignments_accepted CHECK ((accepted_at IS NULL) = (person_id IS NULL)),
        CONSTRAINT ck_seat_assignments_end CHECK ((ended_at IS NULL) = (ended_reason IS NULL))
      )`);
    await db.query('CREATE UNIQUE INDEX uq_seat_assignments_seat ON seat_assignments (seat_id) WHERE ended_at IS NULL');
    await db.query(`
      CREATE UNIQUE INDEX uq_seat_assignments_person ON seat_assignments (clinic_id, product_id, person_id)
      WHERE ended_at IS NULL`);
    await db.query(`
      CREATE UNIQUE INDEX uq_seat_assignments_email ON seat_assignments (clinic_id, product_id, lower(email))
      WHERE ended_at IS NULL`);
    await db.query(
      'CREATE INDEX ix_seat_assignments_holder ON seat_assignments (person_id) WHERE person_id IS NOT NULL',
    );
    await db.query(`
      CREATE INDEX ix_seat_assignments_waiting ON seat_assignments (assigned_at)
      WHERE accepted_at IS NULL AND ended_at IS NULL AND reminded_at IS NULL`);
    await db.query(`
      CREATE TABLE seat_invitations (
        id uuid NOT NULL CONSTRAINT pk_seat_invitations PRIMARY KEY,
        assignment_id uuid NOT NULL CONSTRAINT fk_seat_invitations_assignment REFERENCES seat_assignments (id),
        email text NOT NULL,
        token_hash bytea NOT NULL CONSTRAINT uq_seat_invitations_token UNIQUE,
        sent_by uuid CONSTRAINT fk_seat_invitations_sent_by REFERENCES people (id),
        sent_at timestamptz NOT NULL DEFAULT now(),
        opened_at timestamptz,
        replaced_at timestamptz
      )`);
    await db.query('CREATE INDEX ix_seat_invitations_assignment ON seat_invitations (assignment_id)');
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of [
      'seat_invitations',
      'seat_assignments',
      'seat_withdrawals',
      'seats',
      'seat_lot_courses',
      'seat_lots',
      'manager_invitations',
      'clinic_managers',
      'clinics',
    ]) {
      await db.query(`DROP TABLE ${table}`);
    }
  }
}
