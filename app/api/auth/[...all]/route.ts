import { answerAuthRequest } from "#app/_lib/auth/auth.ts";

export { answerAuthRequest as GET, answerAuthRequest as POST };
