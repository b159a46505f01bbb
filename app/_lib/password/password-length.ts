/** No character classes are required, as NIST SP 800-63B advises; the upper bound keeps hashing cheap. */
export const PASSWORD_LENGTH = { min: 10, max: 128 };
