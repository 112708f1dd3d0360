"""Names of page templates: the classes and ids, lower case, by which nodes are recognised."""

# fmt: off

# Containers in which known editors put the body and nothing else: JPaaS, gov.cn, WeChat, TRS and
# the larger Chinese news sites. A name with # is an id alone.
BODIES = frozenset({
    "#artibody", "#article_inbox", "#articlecontent", "#cnt-main-article-qq", "#con_con",
    "#content_area", "#content_views", "#detailcontent", "#endtext", "#js_content",
    "#mp-editor", "#news_content", "#p-detail", "#rwb_zw", "#ucap-content", "#zoom", "ccontent",
    "content_area", "custom_unionstyle", "left_zw", "pages_content", "post_body",
    "rich_media_content", "rm_txt_con", "trs_editor", "trs_editor_view", "trs_ueditor",
    "u-maintext", "ucapcontent",
})

# Template nodes: the JustNews theme, JPaaS, plain WordPress, and the names that share bars,
# related lists and donations carry nearly everywhere.
FURNITURE = frozenset({
    "ariatiptext", "article-copyright", "article_fd", "bdsharebuttonbox", "btn-dashang",
    "btn-zan", "copyright-notice", "dashang", "donate", "donation", "entry-action", "entry-bar",
    "entry-copyright", "entry-footer", "entry-page", "entry-related-posts", "entry-tag",
    "ewmzs", "jp-relatedposts", "js_pc_qr_code", "mnav", "mob-bottom", "nav-links",
    "post-copyright", "post-navigation", "qr_code_pc", "related", "related-articles",
    "related-news", "related-posts", "relevant-news", "reprint-notice", "reward-box", "share",
    "share-bar", "share-box", "share-buttons", "sharedaddy", "social-share", "wm-ipp-base",
    "wpcom_ad_wrap", "wx_profile_card_inner", "xgxw", "xgyd", "yarpp-related",
})

# Blocks that carry a reprint notice or the source of an article.
NOTICES = frozenset({
    "article-copyright", "article-source", "cinfo", "copyright-notice", "entry-copyright",
    "info-source", "laiyuan", "news-source", "origin", "post-copyright", "reprint-notice",
    "source",
})

# The line under a headline as a whole: who, when, where, how often it was viewed.
BY_LINES = frozenset({
    "article-info", "article-meta", "article_info", "artinfo", "cinfo", "entry-info",
    "entry-meta", "info-line", "post-meta",
})

# That line or a part of it.
INFO_LINES = BY_LINES | {
    "con_time", "date", "date-source", "entry-date", "info", "pages-date", "pub-date", "pub_time",
    "pubdate", "publish-time", "publish_time", "pubtime", "source", "time", "xl_list",
}

# Marks of the element that gives the date of publication.
PUBLISHED = frozenset({
    "datepublished", "entry-date", "post-date", "pubdate", "publish-date", "published",
})

# Headlines, in the templates that name theirs.
TITLES = frozenset({
    "activity-name", "article-title", "con_title", "entry-title", "post-title",
})

# By-lines.
AUTHORS = frozenset({
    "author-name", "author_name", "byline-name", "nickname",
})
# fmt: on
