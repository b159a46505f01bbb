import { createServer } from "node:net";
import { networkInterfaces } from "node:os";
import { afterEach, describe, expect, it } from "vitest";
import { createMailer, type Mailer, type OutgoingMail } from "#emails/mailer.ts";
import { startSmtpServer, type TestSmtpServer } from "#test/support/servers/smtp-server.ts";

const mail: OutgoingMail = {
  to: "ann@example.com",
  messageId: "<delivery-1@flawless.example>",
  subject: "harbour: 1 new mistake",
  html: "<p>recieve</p>",
  text: "recieve",
  headers: {
    "List-Unsubscribe": "<https://flawless.example/api/unsubscribe/t>",
    "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
  },
};

describe("createMailer", () => {
  let server: TestSmtpServer;
  let mailer: Mailer;
  const start = async (options?: Parameters<typeof startSmtpServer>[0]) => {
    server = await startSmtpServer(options);
    mailer = createMailer({ smtpUrl: server.url, from: "Flawless <hello@flawless.example>" });
  };
  afterEach(async () => {
    mailer.close();
    await server.close();
  });

  it("delivers both parts, the fixed Message-ID and the unsubscribe headers", async () => {
    await start();
    expect(await mailer.send(mail)).toEqual({ outcome: "sent" });
    const [received] = server.received;
    expect(received?.to).toEqual(["ann@example.com"]);
    expect(received?.mail).toMatchObject({ subject: mail.subject, messageId: mail.messageId });
    expect(received?.mail.html).toContain("recieve");
    expect(received?.mail.text).toContain("recieve");
    const header = (name: string) => received?.mail.headers.find(({ key }) => key === name)?.value;
    expect(header("list-unsubscribe")).toBe("<https://flawless.example/api/unsubscribe/t>");
    expect(header("list-unsubscribe-post")).toBe("List-Unsubscribe=One-Click");
  });

  it('returns "later" when the server answers 4xx', async () => {
    await start();
    server.refuseWith(451);
    expect(await mailer.send(mail)).toMatchObject({ outcome: "later", reason: expect.stringContaining("451") });
  });

  it('returns "refused" when the server will never accept the recipient', async () => {
    await start();
    server.refuseWith(550);
    expect(await mailer.send(mail)).toMatchObject({ outcome: "refused", reason: expect.stringContaining("550") });
    expect(server.received).toEqual([]);
  });

  it.each([
    [550, "5.1.1 No such user", "hard"],
    [554, "5.7.1 Message rejected as spam", null],
    [550, "Relaying denied", null],
    [452, "4.2.2 Mailbox full", "soft"],
  ] as const)("says what the reply %i %s means for the address", async (responseCode, words, bounce) => {
    await start({
      onRcptTo: (_address, _session, callback) => callback(Object.assign(new Error(words), { responseCode })),
    });
    expect(await mailer.send(mail)).toMatchObject({ outcome: responseCode < 500 ? "later" : "refused", bounce });
  });

  it('returns "later" when nothing listens', async () => {
    await start();
    const { url } = server;
    await server.close();
    const lonely = createMailer({ smtpUrl: url, from: "hello@flawless.example" });
    expect(await lonely.send(mail)).toMatchObject({ outcome: "later" });
    lonely.close();
  });

  it('returns "later", not "refused", when our own password is wrong', async () => {
    await start({
      authOptional: false,
      onAuth: (_auth, _session, callback) => callback(new Error("Invalid password")),
      allowInsecureAuth: true,
    });
    const unknown = createMailer({
      smtpUrl: server.url.replace("smtp://", "smtp://ann:wrong@"),
      from: "hello@flawless.example",
    });
    expect(await unknown.send(mail)).toMatchObject({ outcome: "later", bounce: null });
    unknown.close();
  });

  it("does not let an address smuggle in further recipients", async () => {
    await start();
    await mailer.send({ ...mail, to: "ann@example.com, eve@example.com" });
    expect(server.received.flatMap(({ to }) => to)).not.toContain("eve@example.com");
  });
});

describe("a remote server that offers no encryption", () => {
  const own = Object.values(networkInterfaces())
    .flat()
    .find((face) => face && !face.internal && face.family === "IPv4")?.address;

  it.skipIf(!own).each(["", "?requireTLS=false", "?ignoreTLS=true", "?opportunisticTLS=true&requireTLS=false"])(
    "gets neither the password nor the mail, whatever the address adds: %j",
    async (parameters) => {
      const lines: string[] = [];
      const server = createServer((socket) => {
        socket.write("220 plain.example ESMTP\r\n");
        socket.on("data", (bytes) => {
          lines.push(bytes.toString());
          const isStartTls = bytes.toString().startsWith("STARTTLS");
          socket.write(isStartTls ? "502 not here\r\n" : "250-plain.example\r\n250 AUTH PLAIN LOGIN\r\n");
        });
      });
      await new Promise<void>((resolve) => server.listen(0, "0.0.0.0", resolve));
      const address = server.address();
      if (typeof address !== "object" || !address) throw new Error("The server has no port.");
      const mailer = createMailer({
        smtpUrl: `smtp://user:secret@${own}:${address.port}${parameters}`,
        from: "hello@flawless.example",
      });
      const outcome = await mailer.send(mail);
      mailer.close();
      await new Promise((resolve) => server.close(resolve));
      expect(outcome).toMatchObject({ outcome: "later", reason: expect.stringMatching(/STARTTLS/) });
      expect(lines.join("")).not.toMatch(/AUTH|secret|MAIL FROM|RCPT|DATA/);
      expect(lines.join("")).toMatch(/^EHLO/);
    },
  );
});
