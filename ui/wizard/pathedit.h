// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class QLineEdit;
class QPushButton;

namespace Batchdesk {

//! \brief A path to be typed or chosen.
class PathEdit final : public QWidget
{
    Q_OBJECT

public:
    enum class Kind { Folder, File };

    //! \param name of the setting for people: "Input folder"; also what the chooser is called.
    PathEdit(Kind kind, const QString &name, QWidget *parent = nullptr);

    QLineEdit *lineEdit() const { return m_edit; }
    QString path() const; //!< With '/'.
    //! \brief Shows another path; what is typed stays as it is when it means the same.
    void setPath(const QString &path);
    //! \brief Where the chooser begins.
    void setBaseFolder(const QString &folder) { m_baseFolder = folder; }

Q_SIGNALS:
    void edited(const QString &path);
    //! \brief Chosen in the chooser; absolute. Nothing is put into the field.
    void chosen(const QString &path);

private:
    void browse();

    Kind m_kind;
    QString m_name;
    QString m_baseFolder;
    QLineEdit *m_edit = nullptr;
    QPushButton *m_browse = nullptr;
};

} // namespace Batchdesk
