import { getAuth } from "#app/_lib/auth.ts";

const handle = (request: Request): Promise<Response> => getAuth().handler(request);

export { handle as GET, handle as POST };
