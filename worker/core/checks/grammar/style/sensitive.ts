import { phrases } from "../patterns/pattern-rule.ts";

/** Terms that readers may feel shut out by, with what is usual today. */
export const SENSITIVE = phrases(`
mankind => humanity // people
man-made => artificial
man-hours => working hours
manpower => staff
chairman => chair
chairmen => chairs
spokesman => spokesperson
spokesmen => spokespeople
businessman => businessperson
businessmen => business people
policeman => police officer
policemen => police officers
fireman => firefighter
firemen => firefighters
stewardess => flight attendant
stewardesses => flight attendants
salesman => salesperson
salesmen => sales staff
mailman => mail carrier
layman => layperson
congressman => member of Congress
housewife => homemaker
cleaning lady => cleaner
male nurse => nurse
female doctor|engineer|lawyer|pilot => {2}
blacklist => blocklist // denylist
blacklisted => blocked
whitelist => allowlist
whitelisted => allowed
master / slave => primary/replica
grandfathered => legacy
sanity check => check
the disabled|handicapped|blind|deaf => people who are {2}
handicapped => disabled
wheelchair-bound => uses a wheelchair
mentally ill|retarded => person with a mental illness
illegal alien|aliens => undocumented immigrant
elderly people => older people
the elderly => older people
`);
