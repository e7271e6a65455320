/** One concept: the word that the pages have for it in each language, and the words they must not have instead. */
export interface Concept {
  readonly en: string;
  readonly es: string;
  readonly not: { readonly en?: RegExp; readonly es?: RegExp };
}

/**
 * The pages' words. First the city guide's own, which stay as people know them; then the portal's.
 * A new word for a known concept goes into `not`; a new concept gets a line.
 */
export const glossary: readonly Concept[] = [
  {
    en: "Create Contractor Account",
    es: "Crear cuenta de contratista",
    not: { en: /\bregister\b|\bsign(ing)?[ -]up\b/i, es: /\bregistrarse\b|\bregístrese\b/i },
  },
  { en: "I Agree", es: "Acepto", not: { en: /\bI agree\b|\bI accept\b/, es: /\bestoy conforme\b/i } },
  { en: "Continue", es: "Continuar", not: { en: /\b(go|goes|going|went) on\b/i, es: /\bproseguir\b/i } },
  { en: "Next Step", es: "Paso siguiente", not: { en: /\bnext step\b|\bNext step\b/, es: /\bsiguiente paso\b/i } },
  { en: "Attachments", es: "Archivos adjuntos", not: { en: /\benclosures?\b/i, es: /\banexos?\b/i } },
  {
    en: "User Name",
    es: "Nombre de usuario",
    not: { en: /\b[Uu]ser ?names?\b|\buser Names?\b/, es: /\bnombres? de acceso\b/i },
  },
  { en: "Dashboard", es: "Panel", not: { en: /\bdashboard\b/, es: /\bpanel\b|\b[Tt]ablero\b/ } },
  {
    en: "log in",
    es: "iniciar sesión",
    not: { en: /\bsign(s|ed|ing)?[ -]in(s|to)?\b|\blog-in\b/i, es: /\b(loguear|conectar)(se)?\b|\bidentifíquese\b/i },
  },
  {
    en: "log out",
    es: "cerrar sesión",
    not: { en: /\bsign(s|ed|ing)?[ -]out\b|\blog(s|ged)? off\b/i, es: /\bdesconectar(se)?\b|\bsalir de la sesión\b/i },
  },
  { en: "login", es: "acceso", not: { en: /\bcredentials?\b/i, es: /\bcredencial(es)?\b/i } },

  {
    en: "email",
    es: "correo electrónico",
    not: { en: /\be-mail|\bmail(s|ed|ing|box)?\b/i, es: /\be-?mails?\b|\bmails?\b/i },
  },
  {
    en: "phone",
    es: "teléfono",
    not: { en: /\btelephones?\b/i, es: /\btel\.|\bteléf\./i },
  },
  { en: "mobile phone", es: "teléfono celular", not: { en: /\bcell ?phones?\b/i, es: /\bmóvil(es)?\b/i } },
  { en: "password", es: "contraseña", not: { en: /\bpass(phrase|code)s?\b/i, es: /\bsu clave\b/i } },
  {
    en: "secret question",
    es: "pregunta secreta",
    not: { en: /\bsecurity questions?\b/i, es: /\bpreguntas? de seguridad\b/i },
  },
  { en: "code", es: "código", not: { en: /\bPINs?\b/, es: /\bPIN\b|\bNIP\b/ } },
  {
    en: "authenticator app",
    es: "aplicación de autenticación",
    not: { en: /\bauthentication app\b|\bsecond factor\b/i, es: /\bautenticador\b|\bsegundo factor\b/i },
  },

  {
    en: "application",
    es: "solicitud",
    not: { en: /\bdrafts?\b|\bregistrations?\b/i, es: /\bborrador(es)?\b|\bpetici(ón|ones)\b/i },
  },
  {
    en: "permit",
    es: "permiso",
    not: { en: /\bauthori[sz]ations?\b/i, es: /\bautorizaci(ón|ones)\b|\blicencias? de (obra|construcción)\b/i },
  },
  {
    en: "license",
    es: "licencia",
    not: { en: /\blicen(ce|sing|cing)/i, es: /\bmatrículas?\b|\bpatentes?\b/i },
  },
  { en: "inspection", es: "inspección", not: { en: /\bcheck-?ups?\b|\bsite visits?\b/i, es: /\bvisitas? de obra\b/i } },
  {
    en: "company",
    es: "empresa",
    not: { en: /\bfirms?\b|\borgani[sz]ations?\b|\bbusiness(es)?\b(?! license)/i, es: /\bcompañías?\b|\bnegocios?\b/i },
  },
  {
    en: "homeowner",
    es: "propietario",
    not: { en: /\bhome owners?\b|\bhouse ?owners?\b/i, es: /\bdueños?\b/i },
  },
  {
    en: "link request",
    es: "solicitud de vinculación",
    not: { en: /\blinking requests?\b/i, es: /\bsolicitud(es)? de (vínculo|enlace)\b/i },
  },
  {
    en: "Permit Center",
    es: "Centro de Permisos",
    not: { en: /\bpermit (center|office)\b/, es: /\bOficina de Permisos\b/i },
  },
  {
    en: "staff",
    es: "personal",
    not: { en: /\bofficials?\b|\bemployees?\b/i, es: /\bempleados?\b|\bfuncionarios?\b/i },
  },
];

/** What a text says that the glossary forbids: the word found, and the one to use. */
export function strays(text: string, language: "en" | "es"): string[] {
  // Neither {email} nor <login> is read by people.
  const read = text.replace(/\{\w+\}|<\/?\w+>/g, "");
  return glossary.flatMap((concept) => {
    const found = concept.not[language]?.exec(read)?.[0];
    return found === undefined ? [] : [`“${found}”: say “${concept[language]}”`];
  });
}
