// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "ui/panes/accounts/keyguides.h"

#include "core/git/gitaddress.h"
#include "core/git/hostguides.h"
#include "core/git/hostkeys.h"
#include "ui/panes/accounts/pageparts.h"
#include "ui/widgets/copybutton.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/field.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QTabBar>
#include <QVBoxLayout>

namespace Batchdesk {

namespace {

//! A way as rich text: its title, its steps in order, its page.
QString htmlOf(const Git::HostGuide::Way &way)
{
    QString steps;
    for (const QString &step : way.steps)
        steps += QStringLiteral("<li>%1</li>").arg(step.toHtmlEscaped());
    const QString page = way.page.toString().toHtmlEscaped();
    return QStringLiteral("<p><b>%1</b></p><ol>%2</ol><p><a href=\"%3\">%3</a></p>")
        .arg(way.title.toHtmlEscaped(), steps, page);
}

} // namespace

KeyGuides::KeyGuides(QWidget *parent)
    : QWidget(parent)
    , m_line(new ElidedLabel(this))
    , m_hosts(new QTabBar(this))
    , m_repository(new QLineEdit(this))
    , m_guide(new QLabel(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gridStep);
    addHeading(layout, tr("Give the public half to the repository's host"));
    addKeyRow();
    m_repository->setObjectName(QStringLiteral("guideRepositoryEdit"));
    m_repository->setPlaceholderText(QStringLiteral("git@github.com:owner/repository.git"));
    auto *field = new Field(tr("Repository (optional)"), m_repository, this);
    field->setHint(tr("Its address makes the links lead to its own pages."));
    layout->addWidget(field);
    m_hosts->setObjectName(QStringLiteral("guideHosts"));
    m_hosts->setAccessibleName(tr("Host of the repository"));
    m_hosts->setDrawBase(false);
    m_hosts->setExpanding(false);
    for (const Git::HostGuide &guide : Git::keyGuides({}))
        m_hosts->addTab(guide.title);
    layout->addWidget(m_hosts);
    m_guide->setObjectName(QStringLiteral("guideText"));
    m_guide->setTextFormat(Qt::RichText);
    m_guide->setWordWrap(true);
    m_guide->setOpenExternalLinks(true);
    m_guide->setTextInteractionFlags(Qt::TextBrowserInteraction);
    m_guide->setAccessibleName(tr("What to do there"));
    layout->addWidget(m_guide);
    setMaximumWidth(readingWidth());
    connect(m_hosts, &QTabBar::currentChanged, this, &KeyGuides::showGuide);
    connect(m_repository, &QLineEdit::textChanged, this, [this] {
        chooseHost();
        showGuide();
    });
    showGuide();
}

void KeyGuides::addKeyRow()
{
    m_line->setObjectName(QStringLiteral("publicKeyLine"));
    m_line->setFont(codeFont());
    auto *copy = new CopyButton(
        tr("Copy public key"), [this] { return m_key.line; }, this);
    copy->setObjectName(QStringLiteral("guideCopyButton"));
    auto *row = new QHBoxLayout;
    row->setSpacing(gridStep);
    row->addWidget(m_line, 1);
    row->addWidget(copy);
    static_cast<QVBoxLayout *>(layout())->addLayout(row);
}

void KeyGuides::setKey(const Git::PublicKey &key)
{
    m_key = key;
    m_line->setWholeText(key.line);
    m_line->setAccessibleName(tr("Public key: %1").arg(key.line));
}

void KeyGuides::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    // Links keep the colour that they were laid out with.
    if (event->type() == QEvent::PaletteChange && m_guide)
        showGuide();
}

void KeyGuides::chooseHost()
{
    const auto address = Git::Address::parse(m_repository->text().trimmed());
    if (!address)
        return;
    const QString title = Git::publishedHost(address->host).title;
    for (int tab = 0; tab < m_hosts->count(); ++tab) {
        if (!title.isEmpty() && m_hosts->tabText(tab) == title)
            m_hosts->setCurrentIndex(tab);
    }
}

void KeyGuides::showGuide()
{
    const QList<Git::HostGuide> guides = Git::keyGuides(m_repository->text().trimmed());
    QString text;
    for (const Git::HostGuide::Way &way : guides.value(m_hosts->currentIndex()).ways)
        text += htmlOf(way);
    m_guide->setText({});
    m_guide->setText(text);
}

} // namespace Batchdesk
