import pg from "pg";

/** The migrations make the app's role without a login; here it gets this stack's password. */
export async function enableAppLogin(directUrl: string, password: string): Promise<void> {
  const client = new pg.Client({ connectionString: directUrl });
  await client.connect();
  try {
    await client.query(`alter role astra_app login password ${client.escapeLiteral(password)}`);
  } finally {
    await client.end();
  }
}
