// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "ui/wizard/gitform.h"

#include "ui/widgets/field.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/theme.h"
#include "ui/wizard/credentialcombo.h"
#include "ui/wizard/durationedit.h"
#include "ui/wizard/foldbutton.h"
#include "ui/wizard/gitaccess.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QScopedValueRollback>
#include <QSpinBox>
#include <QVBoxLayout>

namespace Batchdesk {

namespace {

using Kind = Git::Reference::Kind;

constexpr int mostCommits = 1'000'000;
constexpr std::chrono::seconds shortestTimeout(10);
constexpr std::chrono::seconds longestTimeout = std::chrono::hours(24);

void setText(QLineEdit *edit, const QString &text)
{
    if (edit->text().trimmed() != text)
        edit->setText(text);
}

QString keyOf(Kind kind)
{
    switch (kind) {
    case Kind::Tag:
        return QStringLiteral("tag");
    case Kind::Commit:
        return QStringLiteral("commit");
    case Kind::Branch:
    case Kind::Default:
        break;
    }
    return QStringLiteral("branch");
}

bool hasRareSettings(const GitSource &source)
{
    const GitSource usual;
    return source.depth != usual.depth || source.submodules || source.lfs
        || source.timeout != usual.timeout;
}

} // namespace

GitForm::GitForm(Git::Credentials *credentials, QWidget *parent)
    : QWidget(parent)
    , m_credentials(credentials)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2 * gridStep);
    addAddress(layout);
    addReference(layout);
    addFolder(layout);
    addCredential(layout);
    addAccess(layout);
    addMore(layout);
    connect(m_credentials, &Git::Credentials::changed, this, &GitForm::takeCredentials);
    setSource({});
    takeCredentials();
}

Field *GitForm::addField(QVBoxLayout *layout, const QString &label, QWidget *editor,
                         const QStringList &keys)
{
    auto *field = new Field(label, editor, this);
    layout->addWidget(field);
    QStringList paths;
    for (const QString &key : keys)
        paths << QStringLiteral("$.application.git.") + key;
    m_fields.append({field, paths});
    return field;
}

void GitForm::change(const QString &key, const std::function<void(GitSource &)> &how)
{
    // What changes while a source is shown is not the user's doing: a field may be unable to hold
    // a wrong value as it stands in a file.
    if (m_showing)
        return;
    how(m_source);
    m_access->setSource(m_source);
    Q_EMIT edited(key);
}

void GitForm::addAddress(QVBoxLayout *layout)
{
    m_url = new QLineEdit(this);
    m_url->setObjectName(QStringLiteral("gitUrlEdit"));
    m_url->setPlaceholderText(QStringLiteral("git@github.com:owner/repository.git"));
    m_urlField = addField(layout, tr("A&ddress"), m_url, {QStringLiteral("url")});
    connect(m_url, &QLineEdit::textEdited, this, [this](const QString &text) {
        m_urlField->setError({});
        change(QStringLiteral("url"), [&](GitSource &source) {
            source.url = text.trimmed();
            judgeAddress();
        });
    });
}

void GitForm::addReference(QVBoxLayout *layout)
{
    auto *editor = new QWidget(this);
    m_kind = new QComboBox(editor);
    m_kind->setObjectName(QStringLiteral("gitReferenceCombo"));
    m_kind->setAccessibleName(tr("Check out"));
    m_kind->addItem(tr("Default branch"), int(Kind::Default));
    m_kind->addItem(tr("Branch"), int(Kind::Branch));
    m_kind->addItem(tr("Tag"), int(Kind::Tag));
    m_kind->addItem(tr("Commit"), int(Kind::Commit));
    m_name = new QLineEdit(editor);
    m_name->setObjectName(QStringLiteral("gitReferenceEdit"));
    auto *row = new QHBoxLayout(editor);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(gridStep);
    row->addWidget(m_kind);
    row->addWidget(m_name, 1);
    editor->setFocusProxy(m_kind);
    m_referenceField =
        addField(layout, tr("Chec&k out"), editor,
                 {QStringLiteral("branch"), QStringLiteral("tag"), QStringLiteral("commit")});
    connect(m_kind, &QComboBox::activated, this, &GitForm::takeReference);
    connect(m_name, &QLineEdit::textEdited, this, &GitForm::takeReference);
}

void GitForm::addFolder(QVBoxLayout *layout)
{
    m_folder = new QLineEdit(this);
    m_folder->setObjectName(QStringLiteral("gitFolderEdit"));
    m_folder->setPlaceholderText(tr("All of the repository"));
    addField(layout, tr("Folder &in the repository"), m_folder, {QStringLiteral("folder")});
    connect(m_folder, &QLineEdit::textEdited, this, [this](const QString &text) {
        change(QStringLiteral("folder"), [&](GitSource &source) {
            source.folder = text.trimmed().isEmpty() ? QStringLiteral(".") : text.trimmed();
        });
    });
}

void GitForm::addCredential(QVBoxLayout *layout)
{
    m_credential = new CredentialCombo(this);
    m_credential->setObjectName(QStringLiteral("gitKeyCombo"));
    m_credentialField = addField(layout, tr("Ke&y or token"), m_credential,
                                 {QStringLiteral("key"), QStringLiteral("token")});
    connect(m_credential, &CredentialCombo::edited, this, [this](const QString &name) {
        m_credentialField->setHint(m_credential->hint());
        change(QStringLiteral("key"), [&](GitSource &source) { source.credential = name; });
    });
    connect(m_credential, &CredentialCombo::newRequested, this, &GitForm::keysRequested);
}

void GitForm::addAccess(QVBoxLayout *layout)
{
    m_access = new GitAccess(m_credentials, this);
    layout->addWidget(m_access);
    connect(m_access, &GitAccess::trustedHostsRequested, this, &GitForm::trustedHostsRequested);
    connect(m_access, &GitAccess::trusted, this, &GitForm::hostTrusted);
}

void GitForm::addMore(QVBoxLayout *layout)
{
    m_more = new FoldButton(tr("&More settings"), this);
    m_more->setObjectName(QStringLiteral("gitMoreButton"));
    m_rare = makeMore();
    m_rare->hide();
    layout->addWidget(m_more, 0, Qt::AlignLeading);
    layout->addWidget(m_rare);
    connect(m_more, &FoldButton::toggled, m_rare, &QWidget::setVisible);
}

QWidget *GitForm::makeMore()
{
    auto *rare = new QWidget(this);
    auto *layout = new QVBoxLayout(rare);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2 * gridStep);
    m_depth = new QSpinBox(rare);
    m_depth->setObjectName(QStringLiteral("gitDepthSpin"));
    m_depth->setRange(0, mostCommits);
    m_depth->setSpecialValueText(tr("All history"));
    addField(layout, tr("Latest &commits to fetch"), m_depth, {QStringLiteral("depth")})
        ->setHint(tr("One is the fastest. 0 fetches all history, for programs that ask Git for "
                     "it."));
    connect(m_depth, &QSpinBox::valueChanged, this, [this](int value) {
        change(QStringLiteral("depth"), [value](GitSource &source) { source.depth = value; });
    });
    const auto addCheck = [&](const QString &text, const QString &name, const QString &key,
                              bool GitSource::*value) {
        auto *check = new QCheckBox(text, rare);
        check->setObjectName(name);
        layout->addWidget(check);
        connect(check, &QCheckBox::toggled, this, [this, key, value](bool on) {
            change(key, [value, on](GitSource &source) { source.*value = on; });
        });
        return check;
    };
    m_submodules = addCheck(tr("Clone &submodules too"), QStringLiteral("gitSubmodulesCheck"),
                            QStringLiteral("submodules"), &GitSource::submodules);
    m_lfs = addCheck(tr("Fetch &large files (Git LFS)"), QStringLiteral("gitLfsCheck"),
                     QStringLiteral("lfs"), &GitSource::lfs);
    m_timeout = new DurationEdit(tr("Time limit of the clone"), rare);
    m_timeout->setObjectName(QStringLiteral("gitTimeoutEdit"));
    m_timeout->setBounds(shortestTimeout, longestTimeout);
    addField(layout, tr("&Time limit of the clone"), m_timeout, {QStringLiteral("timeout")});
    connect(m_timeout, &DurationEdit::edited, this, [this](const auto &duration) {
        change(QStringLiteral("timeout"),
               [&](GitSource &source) { source.timeout = duration.value_or(shortestTimeout); });
    });
    return rare;
}

void GitForm::takeReference()
{
    const auto kind = Kind(m_kind->currentData().toInt());
    change(keyOf(kind), [&](GitSource &source) {
        source.reference = {kind, kind == Kind::Default ? QString() : m_name->text().trimmed()};
        showReference();
    });
}

void GitForm::showReference()
{
    const Kind kind = m_source.reference.kind;
    m_name->setVisible(kind != Kind::Default);
    switch (kind) {
    case Kind::Default:
    case Kind::Branch:
        m_name->setAccessibleName(tr("Name of the branch"));
        m_name->setPlaceholderText(tr("Name of the branch"));
        m_referenceField->setHint(tr("Each node clones what the branch holds when it starts."));
        break;
    case Kind::Tag:
        m_name->setAccessibleName(tr("Name of the tag"));
        m_name->setPlaceholderText(tr("Name of the tag"));
        m_referenceField->setHint({});
        break;
    case Kind::Commit:
        m_name->setAccessibleName(tr("Hash of the commit"));
        m_name->setPlaceholderText(tr("Hash of the commit, all 40 digits"));
        m_referenceField->setHint({});
        break;
    }
}

void GitForm::setSource(const GitSource &source)
{
    const QScopedValueRollback showing(m_showing, true);
    m_source = source;
    setText(m_url, source.url);
    m_kind->setCurrentIndex(m_kind->findData(int(source.reference.kind)));
    // The name is kept while the default branch is chosen: it may be wanted again.
    if (source.reference.kind != Kind::Default)
        setText(m_name, source.reference.name);
    showReference();
    setText(m_folder, source.folder == QLatin1String(".") ? QString() : source.folder);
    m_depth->setValue(source.depth);
    m_submodules->setChecked(source.submodules);
    m_lfs->setChecked(source.lfs);
    m_timeout->setDuration(source.timeout);
    m_credential->setChosen(source.credential);
    if (hasRareSettings(source))
        m_more->setChecked(true);
    m_access->setSource(source);
    judgeAddress();
}

void GitForm::forget()
{
    m_name->clear();
    m_more->setChecked(false);
}

void GitForm::takeCredentials()
{
    const auto list = m_credentials->list();
    m_credential->setCredentials(list ? *list : QList<Git::Credential>());
    m_credentialField->setHint(list ? m_credential->hint() : errorText(list.error()));
    Q_EMIT credentialChanged();
}

std::optional<Git::Credential> GitForm::credential() const
{
    return m_credential->credential();
}

void GitForm::judgeAddress()
{
    const auto address = Git::Address::parse(m_source.url);
    m_credential->setAddress(address ? std::optional(*address) : std::nullopt);
    m_credentialField->setHint(m_credential->hint());
    if (!address && m_urlField->error().isEmpty())
        m_urlField->setError(errorText(address.error()));
}

void GitForm::showWhatIsWrong()
{
    for (const Bound &bound : std::as_const(m_fields)) {
        if (m_rare->isAncestorOf(bound.field) && !bound.field->error().isEmpty())
            m_more->setChecked(true);
    }
}

} // namespace Batchdesk
