import { ButtonLink } from "#app/_components/button.tsx";
import { ExampleMail } from "./example-mail.tsx";
import { TryForm } from "./try-form.tsx";

/** The first screen: what the product does, for whom, and what it sends. `canTry`: a website can be tried without an account. */
export function Hero({ canTry }: { canTry: boolean }) {
  return (
    <section className="grid items-center gap-x-16 gap-y-12 pt-10 pb-6 sm:pt-16 lg:grid-cols-[1.05fr_1fr] lg:pt-20">
      <div>
        <h1 className="font-serif text-4xl leading-[1.08] font-medium tracking-tight sm:text-5xl lg:text-[3.25rem]">
          Your website,
          <br />
          proofread every day.
        </h1>
        <p className="mt-6 max-w-[34rem] text-lg text-muted">
          Flawless reads every page of your site as your visitors see it. When a spelling mistake, a grammar mistake or a broken
          link appears, you get one short mail with the sentence and the correction. When nothing changed, you hear nothing.
        </p>
        {canTry ? (
          <TryForm />
        ) : (
          <div className="mt-8 flex flex-wrap items-center gap-x-5 gap-y-3">
            <ButtonLink href="/sign-up" variant="primary" size="large">
              Check my website
            </ButtonLink>
            <p className="text-sm text-muted">
              Free for one site. No card.
              <br />
              First report within minutes.
            </p>
          </div>
        )}
      </div>
      <ExampleMail />
    </section>
  );
}
