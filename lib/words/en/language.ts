/** The page that chooses the language. */
export const language = {
  title: 'Language',
  intro: 'The words of the site change; what people wrote stays as it is.',
  chosen: 'chosen',
};
