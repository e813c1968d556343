/** What a page says that failed while it was drawn. The English stands beside the catalogue, which has it too: this sentence
 * must also be there where no page lived to hand words on. */
export const FAILURE_IN_ENGLISH = {
  title: 'Something went wrong on our side',
  text: 'It is not something you did, and it has been written down. Trying again often helps.',
  again: 'Try again',
  start: 'Go to the start',
  contact: 'Contact us',
  reference: 'If you write to us about it, this helps us find it:',
  search: {
    label: 'Search answers and threads',
    placeholder: 'Search for an answer',
    button: 'Search',
  },
};

export type FailureWords = typeof FAILURE_IN_ENGLISH;
