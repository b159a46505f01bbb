-- An account is now made only when its owner opens the mail, with the password chosen there. Sign-ups that were never confirmed carry
-- passwords that anybody may have chosen, and links that are outstanding are kept in clear: both go.
DELETE FROM "User" WHERE NOT "emailVerified";
DELETE FROM "Verification";

-- Links are deleted by what they are for.
CREATE INDEX "Verification_value_idx" ON "Verification"("value");

ALTER TYPE "DeliveryKind" ADD VALUE 'account_exists';

-- A session that is used is renewed, but never beyond 30 days after its sign-in, however it is written. The function's semicolons are
-- written as \073, because migrations are cut into statements at every semicolon.
CREATE FUNCTION "limit_session_life"() RETURNS trigger LANGUAGE plpgsql AS E'
BEGIN
  IF TG_OP = \'UPDATE\' THEN
    NEW."createdAt" := OLD."createdAt"\073
  END IF\073
  NEW."expiresAt" := LEAST(NEW."expiresAt", NEW."createdAt" + INTERVAL \'30 days\')\073
  RETURN NEW\073
END
';

CREATE TRIGGER "Session_limit_life" BEFORE INSERT OR UPDATE ON "Session" FOR EACH ROW EXECUTE FUNCTION "limit_session_life"();

UPDATE "Session" SET "expiresAt" = "expiresAt";
