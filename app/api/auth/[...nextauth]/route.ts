import type { NextRequest } from 'next/server';
import NextAuth from 'next-auth';
import { authOptions } from '@/lib/accounts/auth-options';

type Context = { params: Promise<{ nextauth: string[] }> };

/** next-auth's own addresses (session, csrf, callbacks); the sign-in page and its limits are ours. */
async function handle(request: NextRequest, context: Context): Promise<Response> {
  return (await NextAuth(request, context, authOptions())) as Response;
}

export { handle as GET, handle as POST };
