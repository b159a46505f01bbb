/** Words in addresses of sign-in pages, in common languages. */
const SIGN_IN =
  /(?:^|[/_.?=&])(?:log-?in|log-?on|sign-?in|sign_in|log_in|wp-login(?:\.php)?|auth(?:enticate|entication|orize)?|oauth2?|sso|saml2?|session\/new|sessions\/new|anmelden|anmeldung|einloggen|connexion|accedi|acceso|iniciar-sesion|entrar|inloggen|logowanie|logga-in)(?:[/_.?&=]|$)/i;
/** Words in addresses that sign out or change something. Servers should require POST for these, but many accept GET. */
const ACTS =
  /(?:^|[/_.?=&])(?:log-?out|log-?off|sign-?out|sign-?off|log_out|sign_out|abmelden|abmeldung|ausloggen|deconnexion|logged-?out|delete|remove|destroy|trash|unsubscribe|deactivate|revoke|cancel|loeschen|supprimer|eliminar)(?:[/_.?&=]|$)/i;

/** True if an address looks like a sign-in page. */
export function isSignInPage(url: string): boolean {
  const { pathname, hostname } = new URL(url);
  return SIGN_IN.test(pathname) || /^(?:login|signin|sso|auth|accounts?|id)\./.test(hostname);
}

/** True if a visit with a sign-in may sign out or change something on the site. Skipping a page is better than deleting it. */
export function mayChangeSite(url: string): boolean {
  const { pathname, search } = new URL(url);
  return ACTS.test(pathname) || ACTS.test(search);
}
