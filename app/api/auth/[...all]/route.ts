import { answerAuthRequest } from "#app/_lib/auth.ts";

export { answerAuthRequest as GET, answerAuthRequest as POST };
