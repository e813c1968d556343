/** The page behind the mail that asks whether an answer helped. */
export const solved = {
  title: 'Did this solve it?',
  goneTitle: 'There is nothing to answer here',
  goForum: 'Go to the forum',
  thanks: 'Thank you',
  notedSolved: 'Noted: solved. That helps everybody who has the same problem.',
  notedStuck:
    'Noted: still stuck. Write in the thread what happened when you tried it, so that others can help.',
  wrote: '{name} wrote:',
  yes: 'Yes, solved',
  no: 'Still stuck',
  saving: 'One moment…',
  goThread: 'Go to the thread',
};
