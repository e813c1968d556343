/** The archive of digests, and one of them. The slot on other pages has its words in `parts.digest`. */
export const digests = {
  title: 'Digests',
  intro: 'The problems people had, day by day, and what became of them.',
  feed: 'Feed',
  emptyTitle: 'No digest yet',
  emptyText: 'The first one will tell here what people asked and how it was solved.',
  readAnswers: 'Read the answers',
  seeForum: 'See the forum',
  edit: 'Edit',
  published: 'Published {when}',
  others: 'Other digests',
  before: 'The digest before',
  after: 'The digest after',
};
